import type { Check } from "../../check.ts";
import { zonesOf } from "../../zones.ts";

export const reservationWithoutZone: Check = {
  code: "reservation-without-zone",
  severity: "error",
  title: "A node pool on a specific reservation names its zone.",
  source:
    "https://github.com/GoogleCloudPlatform/cluster-toolkit/blob/main/modules/compute/gke-node-pool/README.md",
  clouds: ["gcp"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const zones = zonesOf(facts, group);
      if (group.gcp?.reservationAffinity !== "specific" || zones === undefined || zones.length === 1)
        continue;
      yield {
        path: group.at,
        message: `${group.name} uses a specific reservation, which is in one zone, and names ${zones.length === 0 ? "none" : zones.join(", ")}.`,
        got: zones,
        allowed: "the zone of the reservation",
        hint: "Set `zone` of the purchase option to the zone of the reservation.",
      };
    }
  },
};
