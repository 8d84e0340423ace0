import type { Check } from "../../check.ts";
import { sliceMachines } from "../../slice-machines.ts";

export const sliceTopologyNodes: Check = {
  code: "slice-topology-nodes",
  severity: "error",
  title: "A TPU pool has as many nodes as its topology.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/concepts/plan-tpus",
  clouds: ["gcp"],
  *violations(facts, catalog) {
    for (const { group, machine } of sliceMachines(facts, catalog)) {
      const topology = group.gcp?.topology;
      const nodes = group.nodesWanted ?? group.size?.max;
      if (topology === undefined || topology === null || nodes === undefined) continue;
      const chips = topology.split("x").reduce((product, one) => product * Number(one), 1);
      const wanted = Math.max(1, chips / machine.acceleratorCount);
      // Slices of one node stand side by side in a pool.
      if (wanted === 1 || nodes === wanted || (nodes === 0 && group.size?.max === 0)) continue;
      yield {
        path: group.at,
        message: `${group.name}: a ${topology} slice is ${chips} chips, which is ${wanted} × ${machine.name}, and ${nodes} nodes are wanted.`,
        got: nodes,
        allowed: wanted,
        hint: `Set nodes to ${wanted}, or choose the topology of ${nodes * machine.acceleratorCount} chips.`,
      };
    }
  },
};
