import { describe, expect, it } from "vitest";
import { findingsOf, onlyFinding, smallest } from "./findings.ts";

const pool = (text: string): string =>
  smallest.replace("machine: p5.48xlarge", `machine: p5.48xlarge, ${text}`);

describe("what a schema finding says", () => {
  it("an unknown key names the nearest known one", () => {
    expect(onlyFinding(pool("nods: 4"))).toMatchObject({
      code: "unknown-key",
      path: ["pools", 0, "nods"],
      message: '"nods" is not a key of pools[0].',
      hint: "Did you mean nodes?",
    });
  });

  it("a key of another kind names that kind", () => {
    const text = `${smallest}storage: [{ name: corpus, kind: object, throughputMBps: 500 }]\n`;
    expect(onlyFinding(text)).toMatchObject({
      code: "unknown-key",
      hint: "It belongs to the kinds parallel, file.",
    });
  });

  it("an unknown word names the nearest known one", () => {
    expect(onlyFinding(pool("fabric: ful"))).toMatchObject({
      code: "unknown-value",
      got: "ful",
      allowed: ["full", "none"],
      hint: "Did you mean full?",
    });
  });

  it("an unknown kind speaks of kinds, not of unions", () => {
    const finding = onlyFinding(`${smallest}storage: [{ name: corpus, kind: objekt }]\n`);
    expect(finding).toMatchObject({
      code: "unknown-value",
      path: ["storage", 0, "kind"],
      hint: "Did you mean object?",
    });
    expect(finding.message).not.toMatch(/union|discriminator/i);
  });

  it("a missing kind lists the kinds, at its parent", () => {
    expect(onlyFinding(`${smallest}storage:\n  - name: corpus\n`)).toMatchObject({
      code: "missing-key",
      path: ["storage", 0, "kind"],
      allowed: ["object", "parallel", "file", "model-cache"],
      line: 6,
    });
  });

  it("a known kind is judged by its own fields", () => {
    expect(
      onlyFinding(pool("purchase: [{ kind: capacity-block, id: cr-0a1b2c3d, start: 2027-03-01T11:30:00Z }]")),
    ).toMatchObject({ code: "missing-key", path: ["pools", 0, "purchase", 0, "end"] });
  });

  it.each([
    ["nodes: { min: 1, mx: 4 }", "missing-key", ["pools", 0, "nodes", "max"]],
    ["nodes: { min: -1, max: 4 }", "out-of-range", ["pools", 0, "nodes", "min"]],
    ["nodes: [4]", "wrong-type", ["pools", 0, "nodes"]],
  ] as const)("%s: an alternative is judged as the one that was meant", (text, code, path) => {
    const codes = codesAndPaths(pool(text));
    expect(codes).toContainEqual([code, path]);
  });

  it("a model repository is not taken for a workload's result", () => {
    const text = `${smallest}workloads: [{ name: chat, kind: serving, pool: train, model: { hub: nothing } }]\n`;
    expect(onlyFinding(text)).toMatchObject({
      code: "wrong-format",
      path: ["workloads", 0, "model", "hub"],
      allowed: expect.stringContaining("org/name"),
    });
  });

  it("an api that is neither word nor map says both", () => {
    expect(onlyFinding(`${smallest}network: { api: [0.0.0.0/0] }\n`)).toMatchObject({
      code: "wrong-type",
      allowed: "private or a map { publicFrom }",
    });
  });

  it("an empty value says how to get the default", () => {
    expect(onlyFinding(`${smallest}storage:\n`)).toMatchObject({
      code: "wrong-type",
      got: null,
      message: "storage is empty; expected: a list.",
      hint: "Write a value, or remove the key to get its default.",
    });
  });

  it("a single value where a list is wanted shows the list", () => {
    expect(onlyFinding(`${smallest}zones: use2-az1\n`).hint).toBe("Write a list: [use2-az1].");
  });

  it.each(["yes", "off", "True"])("the truth value %s is explained", (text) => {
    const finding = onlyFinding(`${smallest}policy: { publicEndpoints: "${text}" }\n`);
    expect(finding.hint).toMatch(/write (true|false)\.$/);
  });

  it("a range tells both ends", () => {
    expect(onlyFinding(pool("diskGiB: 5"))).toMatchObject({
      code: "out-of-range",
      got: 5,
      allowed: "20 to 65536",
    });
  });

  it("a list tells its limits", () => {
    expect(onlyFinding(`${smallest}zones: []\n`)).toMatchObject({
      code: "out-of-range",
      message: "zones has 0 items; allowed: at least 1 items.",
    });
  });

  it("a date without an offset tells the form", () => {
    expect(onlyFinding(`${smallest}lifetime: 2027-03-01\n`)).toMatchObject({
      code: "wrong-format",
      allowed: expect.stringContaining("2027-03-01T11:30:00Z"),
    });
  });

  it("an environment variable's name is judged", () => {
    const text = `${smallest}workloads: [{ name: chat, kind: serving, pool: train, model: m, env: { a-b: x } }]\n`;
    expect(onlyFinding(text)).toMatchObject({ code: "wrong-format", path: ["workloads", 0, "env", "a-b"] });
  });

  it("values are cut and collections put in words", () => {
    expect(String(onlyFinding(`${smallest}lifetime: ${"x".repeat(5000)}\n`).got).length).toBeLessThan(200);
    expect(onlyFinding(`${smallest}owner: { a: 1, b: 2 }\n`).got).toBe("a map with a, b");
  });
});

function codesAndPaths(text: string): readonly (readonly [string, readonly (string | number)[]])[] {
  return findingsOf(text).map(({ code, path }) => [code, path] as const);
}
