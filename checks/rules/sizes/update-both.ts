import type { Check } from "../../check.ts";

export const updateBoth: Check = {
  code: "update-both",
  severity: "error",
  title: "An update is limited by a number of nodes or by a percentage, not by both.",
  source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupUpdateConfig.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, update } of facts.nodeGroups) {
      if (update?.maxUnavailable === undefined || update.maxUnavailablePercentage === undefined) continue;
      yield {
        path: at,
        message: `${name} sets both MaxUnavailable (${update.maxUnavailable}) and MaxUnavailablePercentage (${update.maxUnavailablePercentage}): EKS refuses it.`,
        got: update,
        allowed: "one of the two",
        hint: "Remove MaxUnavailablePercentage: with few large nodes a number is clearer.",
      };
    }
  },
};
