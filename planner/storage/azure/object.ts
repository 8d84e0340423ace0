import type { Environment } from "../../../spec/schema/environment.ts";
import type { StorageSpec } from "../../../spec/schema/storage.ts";
import type { AzureBlobPlan } from "../../plan/azure.ts";
import type { AzureStorageInput } from "../azure.ts";
import { accountName } from "./account-name.ts";

/** Container in which Azure Managed Lustre writes what it did; it must be of the same account. */
export function loggingContainer(container: string): string {
  return `${container}-hsm-log`;
}

/**
 * A blob container in an account of its own, or one that exists. Versions and the hierarchical namespace exclude each
 * other. https://learn.microsoft.com/azure/storage/blobs/storage-feature-support-in-storage-accounts
 */
export function planBlob(
  spec: Extract<StorageSpec, { kind: "object" }>,
  { environment, zonal }: AzureStorageInput,
): AzureBlobPlan {
  const { name, existing, versioned } = spec;
  return {
    name,
    kind: "object",
    product: "azure-blob",
    sizeGiB: null,
    throughputMBps: null,
    existing: existing ?? null,
    retain: spec.retain,
    zone: null,
    account: accountName(environment.name, name),
    accountKind: "StorageV2",
    sku: zonal ? "Standard_ZRS" : "Standard_LRS",
    container: name,
    hierarchicalNamespace: !versioned,
    nfsV3: false,
    versioned,
    httpsOnly: true,
    furtherContainers: isLustreSource(environment, name) ? [loggingContainer(name)] : [],
    reason:
      existing === undefined
        ? `A container in an account of its own, ${versioned ? "with versions and so without a hierarchical namespace" : "with a hierarchical namespace"}.`
        : "Exists already: it is used and never changed.",
  };
}

function isLustreSource({ storage }: Environment, name: string): boolean {
  return storage.some(
    (spec) => spec.kind === "parallel" && spec.source === name && spec.existing === undefined,
  );
}
