import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exampleFiles, exampleNow } from "../../environments/index.ts";
import { planEnvironment } from "../../planner/index.ts";
import { loadEnvironment } from "../../spec/load.ts";
import { synthesizePulumi } from "../../stacks/synthesize-pulumi.ts";
import { catalog } from "./fixtures.ts";

const azureFiles = exampleFiles().filter((file) => /^cloud: azure/m.test(readFileSync(file, "utf8")));

describe("the planned timeline on Azure", () => {
  it.each(azureFiles.map((file) => [file.split("/").at(-1), file]))(
    "is of resources that are made: %s",
    async (_, file = "") => {
      const { environment } = loadEnvironment(readFileSync(file, "utf8"));
      if (environment === undefined) throw new Error(`${file} is not valid`);
      const { plan } = planEnvironment(environment, { catalog, now: Date.parse(exampleNow) });
      if (plan === undefined) throw new Error(`${file} has no plan`);
      const made = new Set(
        (await synthesizePulumi(plan)).map(({ type, urn, name }) => `${type} ${stackOf(urn)}/${name}`),
      );
      for (const { id, type } of plan.timeline.steps) expect(made, id).toContain(`${type} ${id}`);
    },
  );
});

/** The stack in `urn:pulumi:<stack>::<project>::…`. */
function stackOf(urn: string): string {
  return urn.split("::")[0]?.replace("urn:pulumi:", "") ?? "";
}
