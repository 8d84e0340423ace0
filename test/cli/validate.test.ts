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
