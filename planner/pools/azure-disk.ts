import type { Catalog } from "../../catalog/catalog.ts";
import type { Machine } from "../../catalog/types.ts";
import { isRackScale } from "../images/azure.ts";
import type { AzurePoolPlan } from "../plan/azure.ts";
import type { DiskPlan } from "../plan/pool.ts";

/** Holds the system and several framework images of tens of GiB each. */
const WANTED_GIB = 256;

/** AKS takes no smaller one. https://learn.microsoft.com/azure/aks/concepts-storage */
const LEAST_GIB = 60;

const GIB = 2 ** 30;

export type AzureDisk = Pick<
  AzurePoolPlan,
  "osDiskType" | "osDiskReason" | "kubeletDiskType" | "diskController"
> & {
  readonly disk: DiskPlan;
};

/**
 * The root disk on the machine's own storage where it fits: it costs nothing and reads fastest. Rack-scale machines have
 * NVMe disks alone, which take no ephemeral OS disk here; where the file gives no size, one that fits is taken.
 * https://learn.microsoft.com/azure/virtual-machines/ephemeral-os-disks
 */
export function azureDisk(given: number | undefined, machine: Machine, catalog: Catalog): AzureDisk {
  const nvmeOnly = isRackScale(machine, catalog);
  const localGiB = nvmeOnly ? 0 : Math.floor((machine.localStorageGB * 1e9) / GIB);
  const wanted = given ?? (localGiB >= LEAST_GIB ? Math.min(localGiB, WANTED_GIB) : WANTED_GIB);
  const diskController = nvmeOnly ? "NVMe" : "SCSI";
  const common = { kubeletDiskType: "OS", diskController } as const;
  return wanted <= localGiB
    ? {
        ...common,
        osDiskType: "Ephemeral",
        osDiskReason: `${wanted} GiB fit on ${localGiB} GiB of local disk`,
        disk: { type: "ephemeral", sizeGiB: wanted, iops: null, throughputMBps: null },
      }
    : {
        ...common,
        osDiskType: "Managed",
        osDiskReason: managedReason(wanted, localGiB, nvmeOnly),
        disk: { type: "premium-ssd", sizeGiB: wanted, iops: null, throughputMBps: null },
      };
}

function managedReason(wanted: number, localGiB: number, nvmeOnly: boolean): string {
  if (nvmeOnly) return "the machine has NVMe disks alone, which are left to data";
  return localGiB === 0
    ? "no source gives the machine a local disk"
    : `${wanted} GiB do not fit on ${localGiB} GiB of local disk`;
}
