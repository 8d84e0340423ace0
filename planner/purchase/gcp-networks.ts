import type { FabricLayout } from "../../catalog/types.ts";
import type { GcpOptionPlan } from "../plan/gcp-pool.ts";

type Wire = FabricLayout["networks"][number];

/** Id of a fabric network: those with a network profile are of one zone. */
export function fabricNetworkId(layout: FabricLayout, wire: Wire, zone: string | null): string {
  const family = layout.id.replace(/^gcp-/, "");
  return wire.profile === null || zone === null ? `${family}-${wire.name}` : `${family}-${zone}-${wire.name}`;
}

/** Id of the subnet at `index` of a fabric network. */
export function fabricSubnetId(network: string, wire: Wire, index: number): string {
  return wire.subnets === 1 ? network : `${network}-${index}`;
}

/** Interfaces beside the primary one, in the order of the layout. A network profile without subnets is named alone. */
export function additionalNetworks(
  layout: FabricLayout | undefined,
  zones: readonly string[],
): GcpOptionPlan["additionalNetworks"] {
  if (layout === undefined) return [];
  return layout.networks.flatMap((wire): GcpOptionPlan["additionalNetworks"] => {
    const network = fabricNetworkId(layout, wire, zones[0] ?? null);
    if (wire.subnets === 0) return [{ network, subnet: null }];
    return Array.from({ length: wire.subnets }, (_, index) => ({
      network,
      subnet: fabricSubnetId(network, wire, index),
    }));
  });
}
