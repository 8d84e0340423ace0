import type { Catalog } from "../../catalog/catalog.ts";
import type { PurchaseSpec } from "../../spec/schema/purchase.ts";

/**
 * USD per node and hour; `null`: unknown. A capacity reservation is paid like on-demand nodes. Spot never costs more
 * than on-demand by default, which stands in where no spot price is known.
 * https://learn.microsoft.com/azure/virtual-machines/capacity-reservation-overview
 */
export function azureNodePrice(
  { kind }: PurchaseSpec,
  machine: string,
  region: string,
  catalog: Catalog,
): number | null {
  const price = catalog.machinePrice("azure", machine, region);
  return kind === "spot" ? (price?.spot ?? price?.onDemand ?? null) : (price?.onDemand ?? null);
}
