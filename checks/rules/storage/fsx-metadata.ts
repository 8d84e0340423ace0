import type { Check } from "../../check.ts";
import { lustreFileSystems } from "../../lustre.ts";

const FIRST_STEPS = [1500, 3000, 6000];
const STEP = 12_000;
const MOST = 192_000;

export const fsxMetadata: Check = {
  code: "fsx-metadata",
  severity: "error",
  title: "Lustre's metadata operations are a step that FSx has, on PERSISTENT_2.",
  source:
    "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystemLustreMetadataConfiguration.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, metadata, deploymentType } of lustreFileSystems(facts)) {
      if (metadata === undefined || metadata === null) continue;
      const iops = metadata.iops;
      const notSupported = deploymentType !== undefined && deploymentType !== "PERSISTENT_2";
      const illegal =
        iops !== undefined &&
        !(FIRST_STEPS.includes(iops) || (iops % STEP === 0 && iops > 0 && iops <= MOST));
      if (!notSupported && !illegal) continue;
      yield {
        path: at,
        message: notSupported
          ? `${name} is ${deploymentType} and has a metadata configuration, which only PERSISTENT_2 takes.`
          : `${name} asks for ${iops} metadata operations per second.`,
        got: notSupported ? deploymentType : iops,
        allowed: notSupported ? "PERSISTENT_2" : `${FIRST_STEPS.join(", ")}, multiples of ${STEP} to ${MOST}`,
        hint: notSupported
          ? "Remove MetadataConfiguration."
          : "Use the mode AUTOMATIC, which follows the size.",
      };
    }
  },
};
