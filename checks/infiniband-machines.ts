import type { Catalog } from "../catalog/catalog.ts";
import type { Machine } from "../catalog/types.ts";
import type { Facts, NodeGroupFact } from "./facts.ts";
import { knownMachines } from "./known-machines.ts";

/** Makes AKS put the nodes of a pool on one InfiniBand fabric; it holds for a whole subscription. */
export const INFINIBAND_FEATURE = "Microsoft.ContainerService/AKSInfinibandSupport";

/**
 * Node groups with InfiniBand. `registers`: the feature must be registered for them; rack-scale machines need it
 * unregistered: https://github.com/Azure/ai-infrastructure-on-azure/tree/main/infrastructure_references/aks
 */
export function* infinibandMachines(
  facts: Facts,
  catalog: Catalog,
): Generator<{ readonly group: NodeGroupFact; readonly machine: Machine; readonly registers: boolean }> {
  for (const { group, machine } of knownMachines(facts, catalog)) {
    if (machine.fabric.kind !== "infiniband") continue;
    const rackNodes = catalog.fabricLayout(machine.fabric.layout ?? "")?.rackNodes ?? null;
    yield { group, machine, registers: rackNodes === null };
  }
}
