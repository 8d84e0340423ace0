import type { Check } from "../../check.ts";
import { hasFabric } from "../../fabric-interfaces.ts";
import { groupsThatMiss } from "../../fabric-security-groups.ts";

export const efaSelfEgress: Check = {
  code: "efa-self-egress",
  severity: "error",
  title: "The security group of EFA interfaces lets out all traffic to itself.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-start.html#efa-start-security",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const group of facts.nodeGroups) {
      if (!hasFabric(group, catalog)) continue;
      const missing = groupsThatMiss(facts, group, (one) => one.selfEgress);
      if (missing.length === 0) continue;
      yield {
        path: group.at,
        message: `${group.name}: security group ${missing.join(", ")} has no rule for all outbound traffic to itself; a rule for 0.0.0.0/0 does not cover EFA.`,
        got: missing,
        allowed: "outbound, protocol -1, destination: the group itself",
        hint: `Add an egress rule to ${missing[0]} with IpProtocol "-1" and itself as the destination.`,
      };
    }
  },
};
