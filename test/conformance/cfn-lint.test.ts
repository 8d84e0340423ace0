import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { expectAccepted, type LinterFinding } from "./peers/accepted-findings.ts";
import { type Template, templatesIn } from "./peers/templates.ts";
import { installPython } from "./python/install.ts";

interface CfnLintMatch {
  readonly Filename: string;
  readonly Level: "Error" | "Warning" | "Informational";
  readonly Message: string;
  readonly Rule: { readonly Id: string };
  readonly Location: { readonly Path: readonly (string | number)[] };
}

const flags = ["--format", "json", "--non-zero-exit-code", "none"];
const templates = templatesIn(inject("synthesized"));

test("every example's templates pass cfn-lint", async () => {
  expect(templates.length).toBeGreaterThan(0);
  const matches: CfnLintMatch[] = [];
  for (const region of new Set(templates.map((each) => each.region))) {
    const there = templates.filter((each) => each.region === region);
    matches.push(...(await lint(there, region)));
  }
  const errors = matches.filter(({ Level }) => Level === "Error");
  expect(errors.map((match) => ({ ...found(match) }))).toEqual([]);
  expectAccepted("cfn-lint", matches.map(found));
});

/** What a machine or a property may be differs by region. */
async function lint(files: readonly Template[], region: string): Promise<readonly CfnLintMatch[]> {
  const program = join(await installPython("emulated-aws"), "cfn-lint");
  const args = [...flags, "--regions", region, "--", ...files.map(({ file }) => file)];
  const { stdout } = await promisify(execFile)(program, args, { maxBuffer: 64 * 1024 * 1024 });
  return stdout.trim() === "" ? [] : (JSON.parse(stdout) as readonly CfnLintMatch[]);
}

function found({ Rule, Filename, Location, Message }: CfnLintMatch): LinterFinding {
  const stack = templates.find(({ file }) => file === Filename)?.stack ?? Filename;
  return { rule: Rule.Id, resource: `${stack}/${Location.Path[1] ?? ""}`, message: Message };
}
