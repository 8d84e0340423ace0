import type { Check } from "../../check.ts";
import { sameNaming, zonesOf } from "../../zones.ts";

export const reservationZone: Check = {
  code: "reservation-zone",
  severity: "error",
  title: "Nodes start in the zone of their reservation.",
  source: "https://github.com/awslabs/awsome-distributed-ai/issues/204",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const zone = group.reservation?.zone;
      const zones = zonesOf(facts, group);
      if (zone === undefined || zones === undefined || zones.length === 0) continue;
      const elsewhere = zones.filter((one) => one !== zone && sameNaming(one, zone));
      if (elsewhere.length === 0) continue;
      yield {
        path: group.at,
        message: `${group.name} starts nodes in ${elsewhere.join(", ")}, and its reservation ${group.reservation?.id ?? ""} is in ${zone}: EC2 answers with insufficient capacity.`,
        got: elsewhere,
        allowed: zone,
        hint: `Give the group a subnet in ${zone} alone.`,
      };
    }
  },
};
