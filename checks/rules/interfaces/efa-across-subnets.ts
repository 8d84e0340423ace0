import type { Check } from "../../check.ts";
import { fabricInterfaces } from "../../fabric-interfaces.ts";
import { zonesOf } from "../../zones.ts";

export const efaAcrossSubnets: Check = {
  code: "efa-across-subnets",
  severity: "warning",
  title: "Nodes that talk over EFA are in one subnet.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const subnets = group.subnets ?? [];
      const zones = zonesOf(facts, group);
      const reported = zones !== undefined && zones.length > 1;
      if (fabricInterfaces(group).length === 0 || subnets.length < 2 || reported) continue;
      yield {
        path: group.at,
        message: `${group.name} has EFA interfaces and may start nodes in ${subnets.length} subnets (${subnets.join(", ")}); whether they share a zone cannot be seen.`,
        got: subnets,
        allowed: "one subnet",
        hint: "Give the group one subnet.",
      };
    }
  },
};
