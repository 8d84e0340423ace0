import type { CloudName } from "../catalog/types.ts";
import { type Finding, type FindingKind, finding } from "../spec/finding.ts";

export const cloudNotPlanned: FindingKind = {
  code: "cloud-not-planned",
  severity: "error",
  title: "An environment is on a cloud that can be planned.",
  source: "docs/environment-file.md",
};

/** What is said of an environment on a cloud that has no planner yet, with the alternative. */
export function notPlanned(cloud: CloudName): Finding {
  return finding(cloudNotPlanned, {
    path: ["cloud"],
    message: `Environments on ${cloud} cannot be planned yet.`,
    got: cloud,
    allowed: ["aws"],
    hint: "Set cloud: aws and an AWS region; pools that say accelerator: in place of machine: move as they are.",
  });
}
