import { describe, expect, it } from "vitest";
import { engineroom } from "./run.ts";

describe("wrong usage exits with 2, says why in a line and never shows a stack trace", () => {
  it.each([
    ["no such file", ["plan", "no-such-file.yaml"], /cannot read no-such-file\.yaml/],
    ["a folder", ["plan", "environments"], /cannot read environments/],
    ["unknown option", ["plan", "environments/assistant.yaml", "--jsno"], /unknown option.*--json/s],
    ["unknown command", ["plna", "environments/assistant.yaml"], /unknown command.*plan/s],
    ["missing argument", ["validate"], /missing required argument/],
    ["unreadable time", ["plan", "environments/assistant.yaml", "--now", "monday"], /2026-11-23T12:00:00Z/],
    ["unknown listing", ["catalog", "planets"], /accelerators, machines, models, regions/],
    ["synth without a folder", ["synth", "environments/assistant.yaml"], /--out/],
  ])("%s", async (_, arguments_, message) => {
    const { code, out, err } = await engineroom(...arguments_);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(out).toBe("");
    expect(err).not.toMatch(/\n\s+at /);
  });

  it("help and version are no errors", async () => {
    expect((await engineroom("--help")).code).toBe(0);
    expect((await engineroom("--version")).out).toContain("0.0.0-test");
  });
});
