import type { Check } from "../../check.ts";

export const primaryInterface: Check = {
  code: "primary-interface",
  severity: "error",
  title: "The primary interface is card 0, device 0.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-acc-inst-types.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const interfaces = group.interfaces ?? [];
      if (interfaces.length === 0 || interfaces.some((one) => one.card === 0 && one.device === 0)) continue;
      yield {
        path: group.at,
        message: `${group.name} has ${interfaces.length} network interfaces and none at card 0, device 0: EC2 needs a primary one there.`,
        allowed: "card 0, device 0",
        hint: "Add an ordinary interface with NetworkCardIndex 0 and DeviceIndex 0.",
      };
    }
  },
};
