import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsSolutionsChecks } from "cdk-nag";
import { afterAll, expect, test } from "vitest";
import { createApp } from "../../stacks/app.ts";
import { environmentStacks } from "../../stacks/aws.ts";
import { expectAccepted, type LinterFinding } from "./peers/accepted-findings.ts";
import { awsExamples, type Example } from "./peers/examples.ts";

const folder = mkdtempSync(join(tmpdir(), "engineroom-nag-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("every example passes the AwsSolutions pack of cdk-nag", () => {
  const examples = awsExamples();
  expect(examples.length).toBeGreaterThan(0);
  expectAccepted("cdk-nag", examples.flatMap(check));
});

function check({ name, plan }: Example): LinterFinding[] {
  const app = createApp({ validateTemplates: false, outdir: join(folder, name) });
  environmentStacks(app, plan);
  const { violations } = new AwsSolutionsChecks().validateScope(app);
  return violations.flatMap(({ ruleName, description, violatingResources }) =>
    violatingResources.map(({ constructPath }) => ({
      ...named(ruleName),
      resource: constructPath ?? "",
      message: description,
    })),
  );
}

/** `AwsSolutions-IAM5[Resource::*]` is a rule and what it found. */
function named(ruleName: string): { readonly rule: string; readonly detail: string | undefined } {
  const [, rule = ruleName, detail] = /^([^[]+)\[(.*)\]$/.exec(ruleName) ?? [];
  return { rule, detail };
}
