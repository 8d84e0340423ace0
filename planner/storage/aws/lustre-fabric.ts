import type { Catalog } from "../../../catalog/catalog.ts";
import type { PoolPlan } from "../../plan/pool.ts";

/** Whether a file system should be reached over EFA, or why not. */
export type FabricWish = { readonly wanted: true } | { readonly wanted: false; readonly reason: string };

/**
 * EFA is worth its larger smallest size where a pool that uses the file system has EFA and its machine family is
 * documented as a client. https://docs.aws.amazon.com/fsx/latest/LustreGuide/efa-file-systems.html
 */
export function fabricWish(pools: readonly PoolPlan[], scratch: boolean, catalog: Catalog): FabricWish {
  if (scratch) return { wanted: false, reason: "no EFA: scratch file systems have none" };
  const withFabric = pools.filter(({ fabric }) => fabric.kind === "efa");
  if (withFabric.length === 0) return { wanted: false, reason: "no EFA: no pool that uses it has EFA" };
  const clients = new Set(catalog.storageSteps("aws").flatMap((steps) => steps.efaClientFamilies ?? []));
  if (withFabric.some(({ family }) => clients.has(family))) return { wanted: true };
  const families = [...new Set(withFabric.map(({ family }) => family))].join(", ");
  return { wanted: false, reason: `no EFA: FSx does not document ${families} as a client over EFA` };
}
