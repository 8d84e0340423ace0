import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const flexStartCompact: Check = {
  code: "flex-start-compact",
  severity: "error",
  title: "Flex-start nodes with GPUs are placed close together on machines with RDMA only.",
  source:
    "https://github.com/GoogleCloudPlatform/cluster-toolkit/blob/main/modules/compute/gke-node-pool/README.md",
  clouds: ["gcp"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      if (group.gcp?.flexStart !== true || group.gcp.compact !== true) continue;
      if (machine.fabric.kind === "roce" || machine.fabric.kind === "ici") continue;
      yield {
        path: group.at,
        message: `${group.name} is flex-start with compact placement, and ${machine.name} (${machine.fabric.kind}) does not take both.`,
        got: "COMPACT",
        allowed: "no placement policy, or a machine with RDMA",
        hint: "Set `placement: none` on the pool, or buy it as a reservation.",
      };
    }
  },
};
