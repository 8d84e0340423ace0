import type { Check } from "../../check.ts";
import { infinibandMachines } from "../../infiniband-machines.ts";

export const scaleSetSize: Check = {
  code: "scale-set-size",
  severity: "warning",
  title: "A scale set with InfiniBand has 100 nodes at most, unless support raised it.",
  source: "https://learn.microsoft.com/azure/virtual-machines/setup-infiniband",
  clouds: ["azure"],
  *violations(facts, catalog) {
    const most = catalog.limit("azure", "infiniband-nodes-per-scale-set")?.value;
    if (most === undefined) return;
    for (const { group, machine } of infinibandMachines(facts, catalog)) {
      const nodes = Math.max(group.nodesWanted ?? 0, group.size?.max ?? 0);
      if (nodes <= most || group.fabricWanted === false) continue;
      yield {
        path: group.at,
        message: `${group.name} wants ${nodes} × ${machine.name} in one scale set, and ${most} fit into a single placement group.`,
        got: nodes,
        allowed: most,
        hint: `Ask support to raise it, or make pools of ${most} nodes.`,
      };
    }
  },
};
