import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { openCatalog } from "../../catalog/index.ts";
import { planFile } from "../../cli/plan-file.ts";
import { exampleFiles, exampleNow } from "../../environments/index.ts";
import { templatesOf } from "./synthesized.ts";

const catalog = openCatalog();

/** Whole templates: whatever changes in them is seen in review. What must hold is asserted elsewhere. */
describe.each(exampleFiles())("%s", (file) => {
  const { plan } = planFile(file, catalog, Date.parse(exampleNow));
  const templates = plan?.cloud === "aws" ? templatesOf(plan) : {};

  test.each(Object.entries(templates))("%s", async (part, template) => {
    const folder = basename(file, ".yaml");
    await expect(`${JSON.stringify(template, null, 2)}\n`).toMatchFileSnapshot(
      `../snapshots/${folder}/${part}.template.json`,
    );
  });
});
