import type { Check } from "../../check.ts";
import { zonesOf } from "../../zones.ts";

export const placementAcrossZones: Check = {
  code: "placement-across-zones",
  severity: "error",
  title: "A cluster placement group is in one zone.",
  source: "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/3044",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const zones = zonesOf(facts, group) ?? [];
      if (group.placement?.kind !== "group" || group.placement.strategy !== "cluster") continue;
      if (zones.length < 2) continue;
      yield {
        path: group.at,
        message: `${group.name} spreads over ${zones.join(", ")} and uses the cluster placement group ${group.placement.id}, which lives in one zone: launches and updates fail.`,
        got: zones,
        allowed: "one zone",
        hint: `Give the node group subnets of one zone, for example ${zones[0]}.`,
      };
    }
  },
};
