import type { Check } from "../../check.ts";
import { INFINIBAND_FEATURE, infinibandMachines } from "../../infiniband-machines.ts";

export const infinibandFeatureConflict: Check = {
  code: "infiniband-feature-conflict",
  severity: "error",
  title: "One subscription does not need the InfiniBand feature both registered and unregistered.",
  source: "https://github.com/Azure/aks-rdma-infiniband",
  clouds: ["azure"],
  *violations(facts, catalog) {
    const all = [...infinibandMachines(facts, catalog)];
    const on = all.find(({ registers }) => registers);
    const off = all.find(({ registers }) => !registers);
    if (on === undefined || off === undefined) return;
    yield {
      path: off.group.at,
      message: `${on.group.name} (${on.machine.name}) needs ${INFINIBAND_FEATURE} registered and ${off.group.name} (${off.machine.name}) needs it unregistered: the flag holds for the whole subscription.`,
      got: [on.machine.name, off.machine.name],
      allowed: "machines of one of the two kinds in a subscription",
      hint: "Put the rack-scale pools into an environment of another subscription.",
    };
  },
};
