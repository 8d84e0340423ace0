import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { openCatalog } from "../../catalog/index.ts";
import { planFile } from "../../cli/plan-file.ts";
import { exampleFiles, exampleNow } from "../../environments/index.ts";
import type { EnvironmentPlan } from "../../planner/plan/environment.ts";
import { templatesOf } from "./synthesized.ts";

const catalog = openCatalog();

const onAws = exampleFiles().flatMap((file): [string, EnvironmentPlan][] => {
  const { plan } = planFile(file, catalog, Date.parse(exampleNow));
  return plan?.cloud === "aws" ? [[file, plan]] : [];
});

/** Whole templates: whatever changes in them is seen in review. What must hold is asserted elsewhere. */
describe.each(onAws)("%s", (file, plan) => {
  const templates = templatesOf(plan);

  test.each(Object.entries(templates))("%s", async (part, template) => {
    const folder = basename(file, ".yaml");
    await expect(`${JSON.stringify(template, null, 2)}\n`).toMatchFileSnapshot(
      `../snapshots/${folder}/${part}.template.json`,
    );
  });
});
