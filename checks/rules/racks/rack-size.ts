import type { Check } from "../../check.ts";
import { rackMachines } from "../../rack-machines.ts";

export const rackSize: Check = {
  code: "rack-size",
  severity: "error",
  title: "A group of rack-scale nodes is whole racks, or part of one.",
  source: "https://learn.microsoft.com/azure/virtual-machines/sizes/gpu-accelerated/nd-gb200-v6-series",
  clouds: ["gcp", "azure"],
  *violations(facts, catalog) {
    for (const { group, machine, rackNodes } of rackMachines(facts, catalog)) {
      const nodes = Math.max(group.nodesWanted ?? 0, group.size?.max ?? 0);
      const oneRack = facts.cloud === "gcp";
      if (nodes <= rackNodes || (!oneRack && nodes % rackNodes === 0)) continue;
      yield {
        path: group.at,
        message: `${group.name} wants ${nodes} nodes of ${machine.name}, and a rack holds ${rackNodes}${oneRack ? ": a node pool is one NVLink domain" : ": the last rack would be cut through"}.`,
        got: nodes,
        allowed: oneRack ? `at most ${rackNodes}` : `a multiple of ${rackNodes}, or less than ${rackNodes}`,
        hint: oneRack
          ? `Make a pool for each rack, of ${rackNodes} nodes at most.`
          : `Ask for ${Math.ceil(nodes / rackNodes) * rackNodes} nodes.`,
      };
    }
  },
};
