import type { Catalog } from "../../../catalog/catalog.ts";
import type { AzureNetAppPlan } from "../../plan/azure.ts";

/** Above this a volume is a large one. https://learn.microsoft.com/azure/azure-netapp-files/large-volumes-requirements-considerations */
export const NETAPP_LARGE_TIB = 100;

/** MiB/s to MB/s. */
const MB_PER_MIB = 2 ** 20 / 1e6;

/** MB/s of a premium share: https://learn.microsoft.com/azure/storage/files/understanding-billing */
export function filesMBps(sizeGiB: number): number {
  return Math.floor((100 + Math.ceil(0.04 * sizeGiB) + Math.ceil(0.06 * sizeGiB)) * MB_PER_MIB);
}

export interface NetAppOffer {
  readonly serviceLevel: AzureNetAppPlan["serviceLevel"];
  readonly poolTiB: number;
  readonly throughputMBps: number;
  /** Whether it holds and delivers what is asked for. */
  readonly suffices: boolean;
}

/** In order of price. */
const LEVELS: readonly AzureNetAppPlan["serviceLevel"][] = ["Standard", "Premium", "Ultra"];

/** The service level with the smallest pool that holds and delivers what is asked for; of equal ones the cheapest. */
export function chooseNetApp(sizeGiB: number, throughputMBps: number, catalog: Catalog): NetAppOffer {
  const steps = catalog.storageSteps("azure").filter(({ product }) => product === "netapp");
  const offers = LEVELS.flatMap((serviceLevel): readonly NetAppOffer[] => {
    const row = steps.find(({ deploymentType }) => deploymentType === serviceLevel);
    const mbpsPerTiB = (row?.throughputMBpsPerTiB ?? 0) * MB_PER_MIB;
    if (row === undefined || mbpsPerTiB === 0) return [];
    const wanted = Math.max(1, Math.ceil(sizeGiB / 1024), Math.ceil(throughputMBps / mbpsPerTiB));
    const poolTiB = Math.min(wanted, (row.sizeGiB.max ?? wanted * 1024) / 1024);
    const delivered = Math.floor(poolTiB * mbpsPerTiB);
    return [{ serviceLevel, poolTiB, throughputMBps: delivered, suffices: poolTiB === wanted }];
  });
  const [best] = offers.toSorted(
    (a, b) =>
      Number(b.suffices) - Number(a.suffices) ||
      (a.suffices ? a.poolTiB - b.poolTiB : b.throughputMBps - a.throughputMBps),
  );
  return best ?? { serviceLevel: "Ultra", poolTiB: 1, throughputMBps: 0, suffices: false };
}
