import type { Check } from "../../check.ts";
import { lustreFileSystems } from "../../lustre.ts";

export const fsxAssociationDeployment: Check = {
  code: "fsx-association-deployment",
  severity: "error",
  title: "Buckets are joined by associations or by import and export paths, as the deployment type allows.",
  source: "https://docs.aws.amazon.com/fsx/latest/LustreGuide/create-dra-linked-data-repo.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const {
      at,
      name,
      deploymentType,
      version,
      associations = [],
      linkedPaths = [],
    } of lustreFileSystems(facts)) {
      const old = deploymentType === "SCRATCH_1" || version === "2.10";
      const problem =
        associations.length > 0 && old
          ? `${name} (${deploymentType ?? "Lustre"} ${version ?? ""}) has bucket associations, which need Lustre 2.12 and not SCRATCH_1`
          : associations.length > 0 && linkedPaths.length > 0
            ? `${name} has bucket associations and ${linkedPaths.join(", ")} as well`
            : linkedPaths.length > 0 && deploymentType === "PERSISTENT_2"
              ? `${name} is PERSISTENT_2 and uses ${linkedPaths.join(", ")}, which it does not take`
              : undefined;
      if (problem === undefined) continue;
      yield {
        path: at,
        message: `${problem}.`,
        got: { deploymentType, version, linkedPaths },
        allowed: "associations on PERSISTENT_2, PERSISTENT_1 or SCRATCH_2 with Lustre 2.12 or newer",
        hint: "Use PERSISTENT_2 with Lustre 2.15 and associations alone.",
      };
    }
  },
};
