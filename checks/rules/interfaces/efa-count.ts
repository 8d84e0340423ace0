import type { Check } from "../../check.ts";
import { fabricInterfaces } from "../../fabric-interfaces.ts";
import { knownMachines } from "../../known-machines.ts";

export const efaCount: Check = {
  code: "efa-count",
  severity: "error",
  title: "A node has no more EFA interfaces than its machine type.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-acc-inst-types.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const got = fabricInterfaces(group).length;
      const most = machine.cards.filter((card) => card.kinds.includes("efa")).length;
      if (machine.cards.length === 0 || got <= most) continue;
      yield {
        path: group.at,
        message: `${group.name} has ${got} EFA interfaces, and ${machine.name} has room for ${most}: EC2 refuses the launch.`,
        got,
        allowed: most,
        hint:
          most === 0
            ? `Take the EFA interfaces away, or choose a machine type with EFA.`
            : `Remove ${got - most}: one EFA interface on each network card that supports it.`,
      };
    }
  },
};
