import type { Check } from "../../check.ts";

export const machineTwice: Check = {
  code: "machine-twice",
  severity: "error",
  title: "The machine type stands in the launch template or in the node group, not in both.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const elsewhere = group.machinesElsewhere ?? [];
      if (elsewhere.length === 0) continue;
      yield {
        path: group.at,
        message: `${group.name} names its machine type twice: ${group.machines.join(", ")} in the launch template and ${elsewhere.join(", ")} in the node group. EKS refuses both together.`,
        got: elsewhere,
        allowed: "one place",
        hint: "Remove InstanceTypes from the node group.",
      };
    }
  },
};
