import type { Check } from "../../check.ts";

const NEEDED: readonly (readonly string[])[] = [
  ["AmazonEKSWorkerNodePolicy", "AmazonEKSWorkerNodeMinimalPolicy"],
  [
    "AmazonEC2ContainerRegistryReadOnly",
    "AmazonEC2ContainerRegistryPullOnly",
    "AmazonEC2ContainerRegistryPowerUser",
  ],
];

export const nodeRolePolicies: Check = {
  code: "node-role-policies",
  severity: "error",
  title: "The role of nodes may join the cluster and pull images.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html",
  clouds: ["aws"],
  *violations(facts) {
    const roles = new Set(
      facts.nodeGroups.filter((group) => group.provisioner === "managed").map((group) => group.role),
    );
    for (const { at, name, id, managedPolicies } of facts.roles) {
      if (!roles.has(id) || managedPolicies === undefined) continue;
      const missing = NEEDED.filter((any) => !any.some((policy) => managedPolicies.includes(policy)));
      if (missing.length === 0) continue;
      const wanted = missing.map(([first]) => first);
      yield {
        path: at,
        message: `The node role ${name} lacks ${wanted.join(" and ")}: nodes start and never join, or cannot pull images.`,
        got: managedPolicies,
        allowed: missing.map((any) => any.join(" or ")),
        hint: `Add ${wanted.join(" and ")} to its managed policies.`,
      };
    }
  },
};
