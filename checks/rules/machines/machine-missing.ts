import type { Check } from "../../check.ts";
import { fabricInterfaces } from "../../fabric-interfaces.ts";

export const machineMissing: Check = {
  code: "machine-missing",
  severity: "warning",
  title: "A node group names its machine type.",
  source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const silent = group.machines.length === 0 && group.machinesElsewhere !== undefined;
      if (!silent || group.provisioner !== "managed") continue;
      const special = fabricInterfaces(group).length > 0 || group.market === "capacity-block";
      yield {
        severity: special ? "error" : "warning",
        path: group.at,
        message: `${group.name} names no machine type, so EKS takes t3.medium.`,
        allowed: "a machine type in the launch template or in the node group",
        hint: "Set InstanceType in the launch template.",
      };
    }
  },
};
