import type { Catalog } from "../catalog/catalog.ts";
import type { FabricLayout, Machine } from "../catalog/types.ts";
import type { FabricNetworkFact, Facts, NodeGroupFact } from "./facts.ts";
import { knownMachines } from "./known-machines.ts";

/** Every network that a node group's further interfaces are in, as far as it is known, with what its machine expects. */
export function* extraNetworks(
  facts: Facts,
  catalog: Catalog,
): Generator<{
  readonly group: NodeGroupFact;
  readonly machine: Machine;
  readonly layout: FabricLayout;
  readonly network: FabricNetworkFact;
  /** All of the group's networks. */
  readonly networks: readonly FabricNetworkFact[];
}> {
  for (const { group, machine } of knownMachines(facts, catalog)) {
    const layout = catalog.fabricLayout(machine.fabric.layout ?? "");
    const ids = new Set((group.gcp?.extraInterfaces ?? []).flatMap(({ network }) => network ?? []));
    const networks = facts.fabricNetworks.filter(({ id }) => ids.has(id));
    if (layout === undefined || group.fabricWanted === false) continue;
    for (const network of networks) yield { group, machine, layout, network, networks };
  }
}
