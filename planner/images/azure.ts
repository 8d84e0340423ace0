import type { Catalog } from "../../catalog/catalog.ts";
import type { Machine } from "../../catalog/types.ts";
import type { AzurePoolPlan } from "../plan/azure.ts";

/**
 * One OS on every node: the GPU operator does not work with several in one cluster, and rack-scale machines run this
 * one alone. https://learn.microsoft.com/azure/aks/nvidia-gpu-operator
 */
export const AZURE_OS_SKU: AzurePoolPlan["osSku"] = "Ubuntu2404";

/** Who brings the driver, and why. */
export type AzureDriver = Pick<AzurePoolPlan, "gpuDriver" | "driverOwner" | "driverReason"> & {
  readonly driverMajor: number | null;
};

export interface AzureDriverInput {
  readonly machine: Machine;
  /** Whether the nodes work as one over InfiniBand. */
  readonly fabric: boolean;
}

/**
 * Exactly one owner of the driver on a node. AKS installs it where nothing else is needed; its driver lacks the module
 * for GPUDirect RDMA, so on fabric nodes the GPU operator installs another; AKS has none for AMD and rack-scale machines.
 * https://learn.microsoft.com/azure/aks/use-amd-gpus
 */
export function azureDriver({ machine, fabric }: AzureDriverInput, catalog: Catalog): AzureDriver {
  const none = { driverMajor: null } as const;
  if (machine.acceleratorCount === 0) {
    return { ...none, gpuDriver: null, driverOwner: null, driverReason: "there is no accelerator" };
  }
  const accelerator = machine.accelerator === null ? undefined : catalog.accelerator(machine.accelerator);
  if (accelerator?.vendor === "AMD") {
    const driverReason = "AKS installs no driver for AMD accelerators";
    return { ...none, gpuDriver: "None", driverOwner: "amd-gpu-operator", driverReason };
  }
  if (isRackScale(machine, catalog)) {
    const driverReason = "AKS has no driver for rack-scale machines";
    return { ...none, gpuDriver: "None", driverOwner: "gpu-operator", driverReason };
  }
  if (fabric) {
    const driverReason = "the driver that AKS installs lacks the module for GPUDirect RDMA";
    return { ...none, gpuDriver: "None", driverOwner: "gpu-operator", driverReason };
  }
  const driverReason = "AKS installs the driver that it tests with its node image";
  return {
    gpuDriver: "Install",
    driverOwner: "aks",
    driverReason,
    driverMajor: imageDriver(machine, catalog),
  };
}

/** Why the accelerator would stay unused on AKS, after the machine's name; `undefined`: it would not. */
export function azureImageProblem(
  machine: Machine,
  _named: string | undefined,
  catalog: Catalog,
): string | undefined {
  const vendor = machine.accelerator === null ? undefined : catalog.accelerator(machine.accelerator)?.vendor;
  if (vendor === "NVIDIA" || vendor === "AMD") return undefined;
  return `has ${machine.acceleratorName ?? "an accelerator"}, which no driver on AKS serves`;
}

/** Whether several machines share one NVLink domain. */
export function isRackScale({ fabric }: Machine, catalog: Catalog): boolean {
  return rackNodes(fabric.layout, catalog) !== null;
}

/** Machines in one rack; `null`: the machine stands alone. */
export function rackNodes(layout: string | null, catalog: Catalog): number | null {
  return layout === null ? null : (catalog.fabricLayout(layout)?.rackNodes ?? null);
}

function imageDriver({ arch }: Machine, catalog: Catalog): number | null {
  const image = catalog
    .components()
    .find(
      ({ cloud, kind, attributes }) =>
        cloud === "azure" &&
        kind === "node-image" &&
        attributes.vendor === "NVIDIA" &&
        attributes.architecture === arch,
    );
  const major = image?.attributes.driverMajor;
  return typeof major === "number" ? major : null;
}
