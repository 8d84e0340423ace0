import type { Check } from "../../check.ts";
import { lustreFileSystems } from "../../lustre.ts";

export const fsxEfaDeployment: Check = {
  code: "fsx-efa-deployment",
  severity: "error",
  title: "A Lustre file system with EFA is PERSISTENT_2.",
  source: "https://docs.aws.amazon.com/fsx/latest/LustreGuide/efa-file-systems.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, efa, deploymentType } of lustreFileSystems(facts)) {
      if (efa !== true || deploymentType === undefined || deploymentType === "PERSISTENT_2") continue;
      yield {
        path: at,
        message: `${name} is ${deploymentType} with EFA; FSx has EFA on PERSISTENT_2 alone.`,
        got: deploymentType,
        allowed: "PERSISTENT_2",
        hint: "Use PERSISTENT_2, or switch EFA off for a scratch file system.",
      };
    }
  },
};
