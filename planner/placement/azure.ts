import type { PurchaseSpec } from "../../spec/schema/purchase.ts";
import type { PlacementPlan } from "../plan/pool.ts";

export interface AzurePlacementInput {
  readonly purchase: PurchaseSpec;
  /** Whether the nodes work as one over InfiniBand. */
  readonly fabric: boolean;
  readonly elastic: boolean;
  readonly asked: "cluster" | "none" | undefined;
  /** Zones of the option; a proximity placement group is in one. */
  readonly zones: readonly string[];
}

/**
 * A proximity placement group holds a pool without InfiniBand close together where the file asks for it. It is set when
 * the pool is made, is in one zone, and excludes a capacity reservation.
 * https://learn.microsoft.com/azure/aks/reduce-latency-ppg
 * https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-overview
 */
export function planAzurePlacement(input: AzurePlacementInput): PlacementPlan {
  const { purchase, fabric, asked, zones } = input;
  if (asked === "none") return none("as the file says");
  if (purchase.kind === "reservation")
    return none("a capacity reservation takes no proximity placement group");
  if (fabric) return none("the scale set is one InfiniBand fabric, which places its nodes together already");
  if (asked === undefined) return none("the nodes do not work as one");
  if (purchase.kind === "spot") return none("a placement group would leave less spare capacity to find");
  if (input.elastic)
    return none("nodes come and go, and a placement group would hold up the ones that come late");
  if (zones.length > 1) return none("a proximity placement group is in one zone, and the pool in several");
  return { kind: "create", strategy: "proximity", reason: "as the file says" };
}

function none(reason: string): PlacementPlan {
  return { kind: "none", reason };
}
