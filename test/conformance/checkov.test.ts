import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { expectAccepted, type LinterFinding } from "./peers/accepted-findings.ts";
import { type Template, templatesIn } from "./peers/templates.ts";
import { installPython } from "./python/install.ts";

interface CheckovReport {
  readonly results: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly check_name: string;
      readonly resource: string;
      readonly file_abs_path: string;
    }[];
    readonly passed_checks: readonly unknown[];
  };
  readonly summary: { readonly parsing_errors: number };
}

const templates = templatesIn(inject("synthesized"));

test("every example's templates pass checkov", async () => {
  const { results, summary } = await check(templates);
  expect(summary.parsing_errors, "templates that checkov cannot read").toBe(0);
  expect(results.passed_checks.length, "checkov looked at the resources").toBeGreaterThan(
    templates.length * 5,
  );
  expectAccepted("checkov", results.failed_checks.map(found));
});

async function check(files: readonly Template[]): Promise<CheckovReport> {
  const program = join(await installPython("checkov"), "checkov");
  const args = [
    "--framework",
    "cloudformation",
    "--skip-download",
    "--output",
    "json",
    "--compact",
    "--soft-fail",
  ];
  const named = files.flatMap(({ file }) => ["--file", file]);
  const { stdout } = await promisify(execFile)(program, [...args, ...named], {
    maxBuffer: 256 * 1024 * 1024,
  });
  return JSON.parse(stdout) as CheckovReport;
}

function found({
  check_id,
  check_name,
  resource,
  file_abs_path,
}: CheckovReport["results"]["failed_checks"][number]): LinterFinding {
  const stack = templates.find(({ file }) => file === file_abs_path)?.stack ?? file_abs_path;
  return { rule: check_id, resource: `${stack}/${resource}`, message: check_name };
}
