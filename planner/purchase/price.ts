import type { Catalog } from "../../catalog/catalog.ts";
import type { PurchaseSpec } from "../../spec/schema/pool.ts";

/**
 * USD per node and hour; `null`: unknown. A reservation is paid like on-demand nodes, a block as it was sold. Spot never
 * costs more than on-demand by default, which stands in where no spot price is known.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-spot-instances-history.html
 */
export function usdPerNodeHour(
  { kind }: PurchaseSpec,
  machine: string,
  region: string,
  catalog: Catalog,
): number | null {
  switch (kind) {
    case "spot": {
      const price = catalog.machinePrice("aws", machine, region);
      return price?.spot ?? price?.onDemand ?? null;
    }
    case "capacity-block": {
      const sold = catalog.servicePrice("aws", `capacity-block-${machine}`, region);
      // Rows from before a change of prices are kept as history.
      return sold?.row.note?.startsWith("Stale") === true ? null : (sold?.usd ?? null);
    }
    case "on-demand":
    case "reservation":
    case "flex-start":
    case "queued":
    case "calendar":
      return catalog.machinePrice("aws", machine, region)?.onDemand ?? null;
  }
}
