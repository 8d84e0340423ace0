import type { Check } from "../../check.ts";

export const flexStartRepair: Check = {
  code: "flex-start-repair",
  severity: "error",
  title: "Flex-start nodes are not repaired by GKE.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/how-to/provisioningrequest",
  clouds: ["gcp"],
  *violations({ nodeGroups }) {
    for (const { at, name, gcp } of nodeGroups) {
      if (gcp?.flexStart !== true || gcp.autoRepair !== true) continue;
      yield {
        path: at,
        message: `${name} is flex-start and has auto-repair on: a repair would need capacity that was granted once.`,
        got: true,
        allowed: false,
        hint: "Turn auto-repair off for this node pool.",
      };
    }
  },
};
