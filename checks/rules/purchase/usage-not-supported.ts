import type { UsageClass } from "../../../catalog/types.ts";
import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const usageNotSupported: Check = {
  code: "usage-not-supported",
  severity: "error",
  title: "A machine type is sold in the way that is asked for.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceTypeInfo.html",
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const market = group.market;
      if (market === undefined || machine.usage.length === 0) continue;
      if (machine.usage.includes(market as UsageClass)) continue;
      if (group.provisioner === "training-service") continue;
      yield {
        path: group.at,
        message: `${group.name} buys ${machine.name} as ${market}, and it is sold as ${machine.usage.join(", ")} only.`,
        got: market,
        allowed: machine.usage,
        hint: `Choose ${machine.usage[0]} for it, or a machine type that is sold as ${market}.`,
      };
    }
  },
};
