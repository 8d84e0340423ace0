import type { Check } from "../../check.ts";
import { isScratch, lustreFileSystems } from "../../lustre.ts";

export const fsxStorageType: Check = {
  code: "fsx-storage-type",
  severity: "error",
  title: "Disks are for PERSISTENT_1, intelligent tiering for PERSISTENT_2, and SSD for both.",
  source: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const fileSystem of lustreFileSystems(facts)) {
      const { at, name, deploymentType, storageType: got } = fileSystem;
      const wrong =
        (got === "HDD" && (deploymentType === "PERSISTENT_2" || isScratch(fileSystem))) ||
        (got === "INTELLIGENT_TIERING" && deploymentType !== "PERSISTENT_2");
      if (!wrong) continue;
      yield {
        path: at,
        message: `${name}: ${deploymentType} has no storage type ${got}.`,
        got,
        allowed: deploymentType === "PERSISTENT_2" ? ["SSD", "INTELLIGENT_TIERING"] : ["SSD"],
        hint: "Use SSD, which every deployment type has.",
      };
    }
  },
};
