import type { Check } from "../../check.ts";

export const compactBlueGreen: Check = {
  code: "compact-blue-green",
  severity: "error",
  title: "A compact node pool is not upgraded blue-green.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/how-to/compact-placement",
  clouds: ["gcp"],
  *violations({ nodeGroups }) {
    for (const { at, name, gcp } of nodeGroups) {
      if (gcp?.compact !== true || gcp.blueGreen !== true) continue;
      yield {
        path: at,
        message: `${name} is placed compactly and upgrades blue-green: the second set of nodes has no place beside the first.`,
        got: "BLUE_GREEN",
        allowed: "SURGE",
        hint: "Use surge upgrades with maxSurge 0 and maxUnavailable 1.",
      };
    }
  },
};
