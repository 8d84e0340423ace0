import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadEnvironment } from "../../spec/load.ts";
import { codesOf, findingsOf, onlyFinding, smallest } from "./findings.ts";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const example = read("../../environments/assistant.yaml");

describe("the example of the design page", () => {
  const { environment, findings, locate } = loadEnvironment(example);

  it("loads without findings", () => {
    expect(findings).toEqual([]);
    expect(environment?.name).toBe("assistant");
  });

  it("keeps dates and quoted digits as text", () => {
    expect(environment?.account).toBe("123456789012");
    expect(environment?.pools[0]?.purchase[0]).toMatchObject({
      kind: "capacity-block",
      start: "2027-03-01T11:30:00Z",
    });
  });

  it("fills in the defaults", () => {
    expect(environment?.pools[2]?.purchase).toEqual([{ kind: "on-demand" }]);
    expect(environment?.storage[0]?.retain).toBe(true);
    expect(environment?.policy).toEqual({
      residency: "us",
      maxUsdPerHour: 400,
      publicEndpoints: false,
      requiredTags: [],
    });
  });

  it("locates what is written, and the nearest part around what is not", () => {
    const lines = example.split("\n");
    const lineOf = (text: string): number => lines.findIndex((line) => line.includes(text)) + 1;
    expect(locate(["pools", 0, "machine"])?.line).toBe(lineOf("machine: p5.48xlarge"));
    expect(locate(["pools", 0, "machine"])?.column).toBe(14);
    expect(locate(["pools", 0, "diskGiB"])?.line).toBe(lineOf("- name: train"));
    expect(locate(["orchestration", "queues", 1, "pool"])?.line).toBe(lineOf("name: product"));
    expect(locate(["gcp"])?.line).toBe(lineOf("name: assistant"));
  });
});

describe("a file with ten mistakes", () => {
  const findings = findingsOf(read("fixtures/ten-mistakes.yaml"));

  it("gets ten findings at once, each with its line", () => {
    expect(findings.map(({ code, line, column }) => [code, line, column])).toEqual([
      ["wrong-format", 2, 7],
      ["zone-name-for-zone-id", 5, 9],
      ["unknown-key", 6, 1],
      ["duplicate-key", 7, 1],
      ["wrong-type", 11, 12],
      ["unknown-value", 13, 17],
      ["min-above-max", 14, 53],
      ["out-of-range", 15, 48],
      ["unknown-pool", 18, 31],
      ["missing-key", 19, 7],
    ]);
  });

  it("says what was got, what is allowed and what to do next", () => {
    for (const finding of findings) {
      expect(finding, finding.code).toHaveProperty("hint");
      expect(finding.message, finding.code).toMatch(/\.$/);
      expect(finding.source, finding.code).toBeTruthy();
    }
    expect(findings[2]).toMatchObject({ got: "ownr", hint: "Did you mean owner?" });
    expect(findings[8]).toMatchObject({ got: "trian", allowed: ["train", "serve", "notebooks"] });
  });
});

describe("text where YAML reads a number", () => {
  it("takes an account as it is written, leading zeros included", () => {
    expect(loadEnvironment(`${smallest}account: 123456789012`).environment?.account).toBe("123456789012");
    expect(loadEnvironment(`${smallest}account: 012345678901`).environment?.account).toBe("012345678901");
  });

  it("explains an account that has lost its leading zeros", () => {
    expect(onlyFinding(`${smallest}account: 12345678901`)).toMatchObject({
      code: "account-syntax",
      line: 5,
      hint: expect.stringContaining('"012345678901"'),
    });
  });

  it("takes a Kubernetes version with a last zero as it is written", () => {
    const { environment } = loadEnvironment(`${smallest}orchestration: { version: 1.30 }`);
    expect(environment?.orchestration.version).toBe("1.30");
  });

  it("takes numbers and truth values in maps of texts as they are written", () => {
    const { environment, findings } = loadEnvironment(`${smallest}tags: { cost: 0012, spot: true }`);
    expect(findings).toEqual([]);
    expect(environment?.tags).toEqual({ cost: "0012", spot: "true" });
  });

  it("refuses a truth value elsewhere", () => {
    expect(onlyFinding(smallest.replace("us-east-2", "true"))).toMatchObject({
      code: "wrong-type",
      path: ["region"],
    });
  });
});

describe("a shared policy", () => {
  const file = `${smallest}policy: shared/policy.yaml\n`;

  it("stands in the environment as an object", () => {
    const { environment, findings } = loadEnvironment(file, {
      readPolicy: (name) =>
        name === "shared/policy.yaml" ? "residency: eu\nmaxUsdPerHour: 40\n" : undefined,
    });
    expect(findings).toEqual([]);
    expect(environment?.policy).toEqual({
      residency: "eu",
      maxUsdPerHour: 40,
      publicEndpoints: false,
      requiredTags: [],
    });
  });

  it("has its problems reported with its own name and lines", () => {
    const findings = findingsOf(file, {
      readPolicy: () => "residency: eu\nmaxUsdPerHuor: 40\npurchase: [spott]\n",
    });
    expect(findings.map(({ code, file: name, line, path }) => [code, name, line, path])).toEqual([
      ["unknown-key", "shared/policy.yaml", 2, ["policy", "maxUsdPerHuor"]],
      ["unknown-value", "shared/policy.yaml", 3, ["policy", "purchase", 0]],
    ]);
    expect(findings[0]?.message).toContain("shared/policy.yaml");
  });

  it("is a finding when it cannot be read", () => {
    expect(onlyFinding(file)).toMatchObject({
      code: "policy-file-missing",
      line: 5,
      got: "shared/policy.yaml",
    });
    expect(codesOf(file, { readPolicy: () => undefined })).toEqual(["policy-file-missing"]);
  });

  it.each(["", "[1, 2]", "just text", "a: [", "residency: .nan"])("survives %j as its text", (text) => {
    const { environment, findings } = loadEnvironment(file, { readPolicy: () => text });
    expect(environment).toBeUndefined();
    expect(findings.length).toBeGreaterThan(0);
  });

  it.each([
    "/etc/passwd",
    "/etc/policy.yaml",
    "../../secret",
    "https://example.com/policy.yaml",
    "policy.txt",
  ])("never asks for %s", (name) => {
    const asked: string[] = [];
    const { environment } = loadEnvironment(`${smallest}policy: ${name}\n`, {
      readPolicy: (each) => {
        asked.push(each);
        return "";
      },
    });
    expect(asked).toEqual([]);
    expect(environment).toBeUndefined();
  });
});

describe("the name of the file", () => {
  it("stands in every finding of it", () => {
    expect(findingsOf("name: A", { fileName: "a.yaml" }).every(({ file }) => file === "a.yaml")).toBe(true);
  });
});
