import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allExamples, planOf, resized } from "../peers/examples.ts";
import { cloudChecks } from "./cloud-checks.ts";
import { conformanceTable, type Outcome } from "./conformance-table.ts";
import { type Synthesized, synthesized } from "./synthesized.ts";

const outcomes: Outcome[] = [];

describe.each(allExamples())("$name", (example) => {
  const { name, plan } = example;
  const folder = mkdtempSync(join(tmpdir(), "engineroom-resized-"));
  let subject: Synthesized;
  let other: Synthesized;

  beforeAll(async () => {
    subject = await synthesized(plan);
    other = await synthesized(planOf(resized(example, folder).file));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(cloudChecks.map((check) => [check.name, check] as const))("%s", (_name, check) => {
    const violations = check.violations(subject, other);
    outcomes.push({ cloud: plan.cloud, example: name, check: check.name, violations });
    expect(violations ?? []).toEqual([]);
  });
});

test("docs/conformance.md shows it (npm run conformance -- --project clouds -u writes it)", async () => {
  await expect(conformanceTable(cloudChecks, outcomes)).toMatchFileSnapshot("../../../docs/conformance.md");
});
