import type { Check } from "../../check.ts";

export const publicSubnetManyInterfaces: Check = {
  code: "public-subnet-many-interfaces",
  severity: "error",
  title: "Nodes with several network interfaces are in private subnets.",
  source: "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/3533",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const count = group.interfaces?.length ?? 0;
      const open = (group.subnets ?? []).filter((subnet) => facts.publicSubnets.includes(subnet));
      if (count < 2 || open.length === 0) continue;
      yield {
        path: group.at,
        message: `${group.name} has ${count} network interfaces and starts in the public subnet ${open.join(", ")}: such nodes get no public address there, so they cannot reach anything and never join.`,
        got: open,
        allowed: "a private subnet with a way out",
        hint: "Use a private subnet behind a NAT gateway or with endpoints.",
      };
    }
  },
};
