import { basename } from "node:path";
import { expect, test } from "vitest";
import { openCatalog } from "../../../catalog/index.ts";
import { planFile } from "../../../cli/plan-file.ts";
import { exampleFiles, exampleNow } from "../../../environments/index.ts";
import type { EnvironmentPlan } from "../../../planner/plan/environment.ts";
import { synthesizePulumi } from "../../../stacks/synthesize-pulumi.ts";

const catalog = openCatalog();

/** Examples of the clouds that are built with Pulumi, with their plans. */
const examples = exampleFiles().flatMap((file): [string, EnvironmentPlan][] => {
  const { plan } = planFile(file, catalog, Date.parse(exampleNow));
  return plan === undefined || plan.cloud === "aws" ? [] : [[basename(file, ".yaml"), plan]];
});

test.each(examples)("%s: no two resources have one URN", async (_, plan) => {
  const urns = (await synthesizePulumi(plan)).map(({ urn }) => urn);
  expect(urns.toSorted()).toEqual([...new Set(urns)].toSorted());
});

test.each(examples)("%s: the cluster stack protects nothing, so that it can go alone", async (_, plan) => {
  const kept = (await synthesizePulumi(plan)).filter(({ options }) => options?.protect === true);
  for (const { urn } of kept) expect(urn).toContain(`:${plan.name}-data::`);
});
