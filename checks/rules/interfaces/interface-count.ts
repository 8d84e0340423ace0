import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const interfaceCount: Check = {
  code: "interface-count",
  severity: "error",
  title: "A node has no more network interfaces than its machine type.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AvailableIpPerENI.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const got = group.interfaces?.length ?? 0;
      const most = machine.maxInterfaces;
      if (most === null || got <= most) continue;
      yield {
        path: group.at,
        message: `${group.name} has ${got} network interfaces, and ${machine.name} takes ${most}.`,
        got,
        allowed: most,
        hint: `Remove ${got - most} interfaces from the launch template.`,
      };
    }
  },
};
