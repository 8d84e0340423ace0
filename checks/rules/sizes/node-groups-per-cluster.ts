import type { Check } from "../../check.ts";

export const nodeGroupsPerCluster: Check = {
  code: "node-groups-per-cluster",
  severity: "error",
  title: "A cluster has no more managed node groups than the cloud allows.",
  source: "https://docs.aws.amazon.com/general/latest/gr/eks.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    const limit = catalog.limit("aws", "eks-managed-node-groups-per-cluster");
    if (limit === undefined) return;
    const managed = facts.nodeGroups.filter((group) => group.provisioner === "managed");
    for (const groups of Map.groupBy(managed, (group) => group.cluster).values()) {
      const first = groups[limit.value];
      if (first === undefined) continue;
      yield {
        path: first.at,
        message: `${groups.length} managed node groups on one cluster; the quota ${limit.quotaCode ?? limit.name} of a new account is ${limit.value}, and ${first.name} is the first over it.`,
        got: groups.length,
        allowed: limit.value,
        hint: "Join pools, make pools elastic, or raise the quota and acknowledge this.",
      };
    }
  },
};
