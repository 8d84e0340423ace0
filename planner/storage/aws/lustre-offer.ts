import type { Catalog } from "../../../catalog/catalog.ts";
import type { StorageSteps } from "../../../catalog/types.ts";
import { legalEfaSize, legalSize } from "./legal-size.ts";
import type { LustreNeeds } from "./lustre-needs.ts";

/** A legal combination of tier and size. */
export interface LustreOffer {
  readonly steps: StorageSteps;
  readonly mbpsPerTiB: number;
  readonly sizeGiB: number;
  readonly throughputMBps: number;
  readonly efa: boolean;
  readonly usdPerMonth: number | null;
}

export interface LustreRequest {
  readonly needs: LustreNeeds;
  readonly deploymentType: "PERSISTENT_2" | "SCRATCH_2";
  readonly efa: boolean;
  readonly region: string;
}

/**
 * The cheapest legal combination that meets a request: the list price decides, then the smaller size, then the lower
 * tier. `undefined`: none is sold in the region (or none with EFA where EFA is asked for).
 */
export function cheapestLustre(request: LustreRequest, catalog: Catalog): LustreOffer | undefined {
  return catalog
    .storageSteps("aws")
    .filter(
      (steps) =>
        steps.product === "fsx-lustre" &&
        steps.storageType === "SSD" &&
        steps.deploymentType === request.deploymentType &&
        !steps.notIn.includes(request.region),
    )
    .flatMap((steps) => offerOf(steps, request, catalog))
    .sort(cheaperFirst)[0];
}

function offerOf(
  steps: StorageSteps,
  { needs, efa, region }: LustreRequest,
  catalog: Catalog,
): LustreOffer[] {
  const mbpsPerTiB = steps.throughputMBpsPerTiB ?? 0;
  if (mbpsPerTiB <= 0) return [];
  const needed = Math.max(needs.capacityGiB, (needs.throughputMBps / mbpsPerTiB) * 1024);
  const sizeGiB = efa ? legalEfaSize(steps, needed) : legalSize(steps.sizeGiB, needed);
  if (sizeGiB === null) return [];
  const price = catalog.servicePrice("aws", steps.service, region)?.usd ?? null;
  return [
    {
      steps,
      mbpsPerTiB,
      sizeGiB,
      throughputMBps: Math.floor((sizeGiB / 1024) * mbpsPerTiB),
      efa,
      usdPerMonth: price === null ? null : price * sizeGiB,
    },
  ];
}

function cheaperFirst(a: LustreOffer, b: LustreOffer): number {
  return (
    compare(a.usdPerMonth ?? Number.POSITIVE_INFINITY, b.usdPerMonth ?? Number.POSITIVE_INFINITY) ||
    a.sizeGiB - b.sizeGiB ||
    a.mbpsPerTiB - b.mbpsPerTiB
  );
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
