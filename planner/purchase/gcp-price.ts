import type { Catalog } from "../../catalog/catalog.ts";
import type { PurchaseSpec } from "../../spec/schema/pool.ts";

/**
 * USD per node and hour; `null`: unknown. Reservations and calendar reservations are paid like on-demand nodes. Flex-start
 * and queued nodes have prices of their own (Dynamic Workload Scheduler), which no source has by machine type.
 * https://cloud.google.com/products/dws/pricing
 */
export function gcpUsdPerNodeHour(
  { kind }: PurchaseSpec,
  machine: string,
  region: string,
  catalog: Catalog,
): number | null {
  const price = catalog.machinePrice("gcp", machine, region);
  switch (kind) {
    case "spot":
      return price?.spot ?? price?.onDemand ?? null;
    case "on-demand":
    case "reservation":
    case "calendar":
      return price?.onDemand ?? null;
    case "flex-start":
    case "queued":
    case "capacity-block":
      return null;
  }
}
