import type { Catalog } from "../catalog/catalog.ts";
import type { CloudName, StorageSteps } from "../catalog/types.ts";

/** Rows of legal sizes of a product. */
export function tierRows(catalog: Catalog, cloud: CloudName, product: string): readonly StorageSteps[] {
  return catalog.storageSteps(cloud).filter((row) => row.product === product);
}

/** The smallest size in GiB that a row sells and that holds `sizeGiB`; `null` when it sells none that large. */
export function legalSize({ sizeGiB: row, largeStepGiB }: StorageSteps, sizeGiB: number): number | null {
  const large = largeStepGiB ?? null;
  const step = large !== null && sizeGiB > large.above ? large.step : row.step;
  const legal =
    sizeGiB <= row.first ? row.first : sizeGiB <= row.second ? row.second : Math.ceil(sizeGiB / step) * step;
  return row.max !== null && legal > row.max ? null : legal;
}
