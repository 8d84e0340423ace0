import { readFileSync } from "node:fs";
import { catalogDocs } from "../catalog/docs.ts";
import { openCatalog } from "../catalog/index.ts";
import { allChecks, failuresDocs, findingsDocs } from "../checks/index.ts";
import { showPlan } from "../cli/show/plan/index.ts";
import { exampleNow } from "../environments/index.ts";
import { plannerFindingKinds } from "../planner/finding-kinds.ts";
import { planEnvironment } from "../planner/plan-environment.ts";
import { environmentFileDocs } from "../spec/docs.ts";
import { specFindingKinds } from "../spec/finding-kinds.ts";
import { environmentJsonSchema } from "../spec/json-schema.ts";
import { loadEnvironment } from "../spec/load.ts";
import { terminalPicture } from "./picture.ts";

const pictured = "environments/training-p5-capacity-block.yaml";

/** Every file of the repository that is made from data: path from the root → text. */
export function generatedFiles(): Readonly<Record<string, string>> {
  return {
    "spec/environment.schema.json": `${JSON.stringify(environmentJsonSchema(), null, 2)}\n`,
    "docs/environment-file.md": environmentFileDocs(),
    "docs/findings.md": findingsDocs([...specFindingKinds, ...plannerFindingKinds, ...allChecks]),
    "docs/failures.md": failuresDocs(),
    "docs/plan.svg": terminalPicture(`$ npx engineroom plan ${pictured}`, planText(pictured)),
    ...catalogDocs(openCatalog()),
  };
}

function planText(path: string): string {
  const { environment } = loadEnvironment(readFileSync(new URL(`../${path}`, import.meta.url), "utf8"));
  if (environment === undefined) throw new Error(`${path} is not valid`);
  const { plan } = planEnvironment(environment, { catalog: openCatalog(), now: Date.parse(exampleNow) });
  if (plan === undefined) throw new Error(`${path} cannot be planned`);
  return showPlan(plan, false);
}
