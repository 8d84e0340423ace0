import type { Check } from "../../check.ts";
import { zonesOf } from "../../zones.ts";

export const compactAcrossZones: Check = {
  code: "compact-across-zones",
  severity: "error",
  title: "A compact node pool is in one zone.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/how-to/compact-placement",
  clouds: ["gcp"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const zones = zonesOf(facts, group) ?? [];
      if (group.gcp?.compact !== true || zones.length < 2) continue;
      yield {
        path: group.at,
        message: `${group.name} is placed compactly and spreads over ${zones.join(", ")}: GKE refuses it.`,
        got: zones,
        allowed: "one zone",
        hint: `Give the pool one zone, for example ${zones[0]}.`,
      };
    }
  },
};
