import { describe, expect, it } from "vitest";
import { engineroom } from "./run.ts";

const tenMistakes = "test/spec/fixtures/ten-mistakes.yaml";

describe("validate", () => {
  it("reports ten mistakes at once, each with its line and what to do", async () => {
    const { code, out } = await engineroom("validate", tenMistakes, "--json");
    const { findings } = JSON.parse(out) as {
      findings: { severity: string; line?: number; message: string; file: string }[];
    };
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.length).toBeGreaterThanOrEqual(10);
    expect(new Set(errors.map(({ line }) => line)).size).toBeGreaterThanOrEqual(10);
    expect(errors.every(({ line, message }) => (line ?? 0) > 0 && message.length > 0)).toBe(true);
    expect(code).toBe(1);
  });

  it("reports what the form, the references, the catalog and the planner refuse in one run", async () => {
    const { out } = await engineroom("validate", "test/cli/fixtures/mixed-mistakes.yaml", "--json");
    const { findings } = JSON.parse(out) as { findings: { code: string; line: number; path: unknown[] }[] };
    expect(findings.map(({ code, line }) => [code, line])).toEqual([
      ["wrong-format", 1],
      ["unknown-key", 3],
      ["network-too-small", 5],
      ["accelerator-unknown", 8],
      ["min-above-max", 9],
      ["machine-unknown", 10],
      ["out-of-range", 11],
      ["duplicate-name", 12],
      ["unknown-value", 14],
      ["unknown-storage", 15],
      ["kubernetes-version-unknown", 16],
      ["unknown-pool", 18],
      ["model-unknown", 19],
    ]);
    const unknownMachine = findings.find(({ code }) => code === "machine-unknown");
    expect(unknownMachine?.path).toEqual(["pools", 2, "machine"]);
  });

  it("prints file:line:column for people", async () => {
    const { out } = await engineroom("validate", tenMistakes);
    expect(out).toMatch(/ten-mistakes\.yaml:\d+:\d+/);
    expect(out).not.toMatch(/\[object Object\]|undefined/);
  });

  it("takes several files and names each", async () => {
    const { out, code } = await engineroom("validate", "environments/start-small.yaml", tenMistakes);
    expect(out).toContain("environments/start-small.yaml");
    expect(out).toContain(tenMistakes);
    expect(code).toBe(1);
  });

  it("--strict makes a warning that nobody acknowledged block", async () => {
    const lenient = await engineroom("validate", "environments/training-trainium2.yaml", "--json");
    const { findings } = JSON.parse(lenient.out) as { findings: { severity: string }[] };
    const strict = await engineroom("validate", "environments/training-trainium2.yaml", "--strict");
    expect(lenient.code).toBe(0);
    expect(strict.code).toBe(findings.some(({ severity }) => severity === "warning") ? 1 : 0);
  });
});
