import type { Catalog } from "../catalog/catalog.ts";
import type { Machine } from "../catalog/types.ts";
import type { Facts, NodeGroupFact } from "./facts.ts";
import { knownMachines } from "./known-machines.ts";

/** Node groups of machines that stand in racks joined by NVLink, with how many nodes a rack holds. */
export function* rackMachines(
  facts: Facts,
  catalog: Catalog,
): Generator<{ readonly group: NodeGroupFact; readonly machine: Machine; readonly rackNodes: number }> {
  for (const { group, machine } of knownMachines(facts, catalog)) {
    const rackNodes = catalog.fabricLayout(machine.fabric.layout ?? "")?.rackNodes;
    if (typeof rackNodes === "number") yield { group, machine, rackNodes };
  }
}
