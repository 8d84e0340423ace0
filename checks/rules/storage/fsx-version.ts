import type { Check } from "../../check.ts";
import { lustreFileSystems } from "../../lustre.ts";

const VERSIONS: Readonly<Record<string, readonly string[]>> = {
  SCRATCH_1: ["2.10", "2.12", "2.15"],
  SCRATCH_2: ["2.10", "2.12", "2.15"],
  PERSISTENT_1: ["2.10", "2.12", "2.15"],
  PERSISTENT_2: ["2.12", "2.15"],
};

export const fsxVersion: Check = {
  code: "fsx-version",
  severity: "error",
  title: "A Lustre version is one that the deployment type has.",
  source: "https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, version, deploymentType = "", metadata } of lustreFileSystems(facts)) {
      const known = VERSIONS[deploymentType];
      const hasMetadata = metadata !== undefined && metadata !== null;
      const allowed = hasMetadata ? known?.filter((one) => one === "2.15") : known;
      if (version === undefined || version === null || allowed === undefined || allowed.includes(version))
        continue;
      yield {
        path: at,
        message: `${name}: ${deploymentType}${hasMetadata ? " with a metadata configuration" : ""} has no Lustre ${version}.`,
        got: version,
        allowed,
        hint: 'Use "2.15", which every deployment type has.',
      };
    }
  },
};
