import { nearestNameHint } from "../../../spec/nearest-name.ts";
import type { Check } from "../../check.ts";
import { LUSTRE_DEPLOYMENT_TYPES, lustreFileSystems } from "../../lustre.ts";

export const fsxDeploymentType: Check = {
  code: "fsx-deployment-type",
  severity: "error",
  title: "A Lustre deployment type is one that FSx has.",
  source: "https://docs.aws.amazon.com/fsx/latest/LustreGuide/using-fsx-lustre.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, deploymentType } of lustreFileSystems(facts)) {
      if (deploymentType === undefined || LUSTRE_DEPLOYMENT_TYPES.includes(deploymentType)) continue;
      yield {
        path: at,
        message: `${name}: there is no Lustre deployment type ${deploymentType}.`,
        got: deploymentType,
        allowed: LUSTRE_DEPLOYMENT_TYPES,
        hint: nearestNameHint(deploymentType, LUSTRE_DEPLOYMENT_TYPES) ?? "Use PERSISTENT_2.",
      };
    }
  },
};
