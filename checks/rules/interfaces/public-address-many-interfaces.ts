import type { Check } from "../../check.ts";

export const publicAddressManyInterfaces: Check = {
  code: "public-address-many-interfaces",
  severity: "error",
  title: "A node with several network interfaces asks for no public address.",
  source: "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/3533",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const interfaces = group.interfaces ?? [];
      if (interfaces.length < 2 || !interfaces.some((one) => one.publicAddress === true)) continue;
      yield {
        path: group.at,
        message: `${group.name} asks for a public address and has ${interfaces.length} network interfaces: EC2 gives one only to nodes with a single interface.`,
        got: true,
        allowed: false,
        hint: "Remove AssociatePublicIpAddress and let the nodes reach out through a NAT gateway.",
      };
    }
  },
};
