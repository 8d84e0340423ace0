import type { Check } from "../../check.ts";
import { lustreFileSystems } from "../../lustre.ts";

const NEEDED_VERSION = "2.15";

export const fsxEfaSettings: Check = {
  code: "fsx-efa-settings",
  severity: "error",
  title: "A Lustre file system with EFA runs Lustre 2.15 and has a metadata configuration.",
  source: "https://docs.aws.amazon.com/fsx/latest/LustreGuide/efa-file-systems.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, efa, version, metadata, deploymentType } of lustreFileSystems(facts)) {
      if (efa !== true || deploymentType?.startsWith("SCRATCH")) continue;
      const oldVersion = version !== undefined && version !== null && version !== NEEDED_VERSION;
      if (!oldVersion && metadata !== null) continue;
      yield {
        path: at,
        message: oldVersion
          ? `${name} has EFA and Lustre ${version}.`
          : `${name} has EFA and no metadata configuration, so FSx refuses it.`,
        got: oldVersion ? version : null,
        allowed: oldVersion ? NEEDED_VERSION : ["AUTOMATIC", "USER_PROVISIONED"],
        hint: oldVersion
          ? `Set FileSystemTypeVersion to "${NEEDED_VERSION}".`
          : "Set MetadataConfiguration.Mode to AUTOMATIC.",
      };
    }
  },
};
