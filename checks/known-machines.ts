import type { Catalog } from "../catalog/catalog.ts";
import type { Machine } from "../catalog/types.ts";
import type { Facts, NodeGroupFact } from "./facts.ts";

/** Every node group with each of its machine types that the catalog knows. */
export function* knownMachines(
  facts: Facts,
  catalog: Catalog,
): Generator<{ readonly group: NodeGroupFact; readonly machine: Machine }> {
  for (const group of facts.nodeGroups) {
    for (const name of group.machines) {
      const machine = catalog.machine(facts.cloud, name);
      if (machine !== undefined) yield { group, machine };
    }
  }
}
