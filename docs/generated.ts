import { catalogDocs } from "../catalog/docs.ts";
import { openCatalog } from "../catalog/index.ts";
import { awsChecks, failuresDocs, findingsDocs } from "../checks/index.ts";
import { plannerFindingKinds } from "../planner/finding-kinds.ts";
import { environmentFileDocs } from "../spec/docs.ts";
import { specFindingKinds } from "../spec/finding-kinds.ts";
import { environmentJsonSchema } from "../spec/json-schema.ts";

/** Every file of the repository that is made from data: path from the root → text. */
export function generatedFiles(): Readonly<Record<string, string>> {
  return {
    "spec/environment.schema.json": `${JSON.stringify(environmentJsonSchema(), null, 2)}\n`,
    "docs/environment-file.md": environmentFileDocs(),
    "docs/findings.md": findingsDocs([...specFindingKinds, ...plannerFindingKinds, ...awsChecks]),
    "docs/failures.md": failuresDocs(),
    ...catalogDocs(openCatalog()),
  };
}
