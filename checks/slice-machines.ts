import type { Catalog } from "../catalog/catalog.ts";
import type { Machine } from "../catalog/types.ts";
import type { Facts, NodeGroupFact } from "./facts.ts";
import { knownMachines } from "./known-machines.ts";

/** Node groups of machines whose accelerators are joined into slices by an interconnect of their own. */
export function* sliceMachines(
  facts: Facts,
  catalog: Catalog,
): Generator<{ readonly group: NodeGroupFact; readonly machine: Machine }> {
  for (const { group, machine } of knownMachines(facts, catalog)) {
    if (machine.fabric.kind === "ici") yield { group, machine };
  }
}
