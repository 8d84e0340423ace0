import type { Catalog } from "../../../catalog/catalog.ts";
import type { StorageSteps } from "../../../catalog/types.ts";
import { legalSize } from "../aws/legal-size.ts";

/** What a file system must hold and deliver. */
export interface AzureLustreNeeds {
  readonly capacityGiB: number;
  readonly throughputMBps: number;
  readonly region: string;
  /** Whether the size was asked for: then no more is taken than its rounding up. */
  readonly sizeGiven: boolean;
}

/** A legal combination of SKU and size. */
export interface AzureLustreOffer {
  readonly steps: StorageSteps;
  readonly sku: string;
  readonly mbpsPerTiB: number;
  readonly sizeGiB: number;
  readonly throughputMBps: number;
}

/**
 * Decision: a slower SKU, whose GiB costs less, is worth this much more size than the smallest that would do. No public
 * source has the prices, which would decide it.
 */
const WORTH = 1.25;

/**
 * The slowest SKU whose size, rounded up to its steps, is not much above the smallest of all SKUs that meet the needs.
 * `undefined`: none is sold in the region, or what is needed is above every SKU's largest.
 */
export function chooseAzureLustre(needs: AzureLustreNeeds, catalog: Catalog): AzureLustreOffer | undefined {
  const offers = catalog
    .storageSteps("azure")
    .filter(({ product, notIn }) => product === "amlfs" && !notIn.includes(needs.region))
    .flatMap((steps) => offerOf(steps, needs));
  const smallest = Math.min(...offers.map(({ sizeGiB }) => sizeGiB));
  return offers
    .filter(({ sizeGiB }) => sizeGiB <= smallest * (needs.sizeGiven ? 1 : WORTH))
    .toSorted((a, b) => a.mbpsPerTiB - b.mbpsPerTiB)[0];
}

/** Most MB/s that one GiB can have: that of the fastest SKU. */
export function mostMBpsPerGiB(catalog: Catalog): number {
  const tiers = catalog.storageSteps("azure").filter(({ product }) => product === "amlfs");
  return Math.max(0, ...tiers.map(({ throughputMBpsPerTiB }) => throughputMBpsPerTiB ?? 0)) / 1024;
}

function offerOf(
  steps: StorageSteps,
  { capacityGiB, throughputMBps }: AzureLustreNeeds,
): readonly AzureLustreOffer[] {
  const mbpsPerTiB = steps.throughputMBpsPerTiB ?? 0;
  if (mbpsPerTiB <= 0) return [];
  const needed = Math.max(capacityGiB, (throughputMBps / mbpsPerTiB) * 1024);
  const sizeGiB = legalSize(steps.sizeGiB, needed);
  if (sizeGiB < needed) return [];
  return [
    {
      steps,
      sku: steps.deploymentType,
      mbpsPerTiB,
      sizeGiB,
      throughputMBps: Math.floor((sizeGiB / 1024) * mbpsPerTiB),
    },
  ];
}
