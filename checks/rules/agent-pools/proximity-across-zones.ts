import type { Check } from "../../check.ts";
import { zonesOf } from "../../zones.ts";

export const proximityAcrossZones: Check = {
  code: "proximity-across-zones",
  severity: "error",
  title: "A pool in a proximity placement group is in one zone.",
  source: "https://learn.microsoft.com/azure/aks/reduce-latency-ppg",
  clouds: ["azure"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const zones = zonesOf(facts, group) ?? [];
      const proximity = group.azure?.proximityGroup;
      if (proximity === undefined || proximity === null || zones.length < 2) continue;
      yield {
        path: group.at,
        message: `${group.name} is in the proximity placement group ${proximity} and in the zones ${zones.join(", ")}: a group is in one zone.`,
        got: zones,
        allowed: "one zone",
        hint: `Give the pool one zone, for example ${zones[0]}.`,
      };
    }
  },
};
