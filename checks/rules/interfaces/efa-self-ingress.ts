import type { Check } from "../../check.ts";
import { hasFabric } from "../../fabric-interfaces.ts";
import { groupsThatMiss } from "../../fabric-security-groups.ts";

export const efaSelfIngress: Check = {
  code: "efa-self-ingress",
  severity: "error",
  title: "The security group of EFA interfaces lets in all traffic from itself.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-start.html#efa-start-security",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const group of facts.nodeGroups) {
      if (!hasFabric(group, catalog)) continue;
      const missing = groupsThatMiss(facts, group, (one) => one.selfIngress);
      if (missing.length === 0) continue;
      yield {
        path: group.at,
        message: `${group.name}: security group ${missing.join(", ")} has no rule for all inbound traffic from itself, so EFA traffic is dropped.`,
        got: missing,
        allowed: "inbound, protocol -1, source: the group itself",
        hint: `Add an ingress rule to ${missing[0]} with IpProtocol "-1" and itself as the source.`,
      };
    }
  },
};
