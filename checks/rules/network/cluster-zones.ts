import type { Check } from "../../check.ts";
import { zonesOfSubnets } from "../../zones.ts";

export const clusterZones: Check = {
  code: "cluster-zones",
  severity: "error",
  title: "A control plane has subnets in at least two zones.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, subnets } of facts.clusters) {
      const zones = zonesOfSubnets(facts, subnets);
      if (zones === undefined || zones.length >= 2 || zones.length === 0) continue;
      yield {
        path: at,
        message: `${name} has subnets in ${zones.join(", ")} alone; EKS wants two zones for the control plane, also where all nodes are in one.`,
        got: zones,
        allowed: "two zones or more",
        hint: "Add a small subnet in a second zone to the cluster (not to the node group).",
      };
    }
  },
};
