import type { Check } from "../../check.ts";
import { sliceMachines } from "../../slice-machines.ts";

export const sliceTopologyMissing: Check = {
  code: "slice-topology-missing",
  severity: "error",
  title: "TPU nodes that are one slice name its topology.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/concepts/plan-tpus",
  clouds: ["gcp"],
  *violations(facts, catalog) {
    for (const { group, machine } of sliceMachines(facts, catalog)) {
      const nodes = group.nodesWanted ?? group.size?.max ?? 0;
      if (group.gcp?.topology !== null || nodes < 2 || group.fabricWanted !== true) continue;
      yield {
        path: group.at,
        message: `${group.name} is ${nodes} × ${machine.name} without a topology: each would be a slice of its own.`,
        got: null,
        allowed: "numbers joined by x whose product is the number of chips",
        hint: `Set topology to one of ${nodes * machine.acceleratorCount} chips.`,
      };
    }
  },
};
