import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const agentPoolInline: Check = {
  code: "agent-pool-inline",
  severity: "error",
  title: "Pools with accelerators are resources of their own.",
  source: "https://github.com/pulumi/pulumi-azure-native/issues/579",
  clouds: ["azure"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      if (group.azure?.inline !== true || machine.acceleratorCount === 0) continue;
      yield {
        path: group.at,
        message: `${group.name} (${machine.name}) is written inside the cluster: a change of the pool replaces the cluster.`,
        got: "agentPoolProfiles",
        allowed: "an AgentPool of its own",
        hint: "Keep the system pool alone in the cluster and make an AgentPool for this one.",
      };
    }
  },
};
