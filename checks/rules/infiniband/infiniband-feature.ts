import type { Check } from "../../check.ts";
import { INFINIBAND_FEATURE, infinibandMachines } from "../../infiniband-machines.ts";

export const infinibandFeature: Check = {
  code: "infiniband-feature",
  severity: "warning",
  title:
    "The subscription's InfiniBand feature is registered for the machines that need it, and not for the others.",
  source: "https://github.com/Azure/aks-rdma-infiniband",
  clouds: ["azure"],
  *violations(facts, catalog) {
    if (facts.registeredFeatures === undefined) return;
    const registered = facts.registeredFeatures.includes(INFINIBAND_FEATURE);
    for (const { group, machine, registers } of infinibandMachines(facts, catalog)) {
      if (registers === registered) continue;
      yield {
        path: group.at,
        message: `${group.name}: ${machine.name} needs ${INFINIBAND_FEATURE} ${registers ? "registered, so that its nodes land on one fabric" : "unregistered"}, and it is ${registered ? "registered" : "not known to be"}.`,
        got: registered,
        allowed: registers,
        hint: registers
          ? `Run az feature register for ${INFINIBAND_FEATURE}, then list it in azure.registeredFeatures.`
          : `Run az feature unregister for ${INFINIBAND_FEATURE} before the pool is created.`,
      };
    }
  },
};
