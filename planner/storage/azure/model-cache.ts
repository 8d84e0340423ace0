import type { StorageSpec } from "../../../spec/schema/storage.ts";
import type { AzureBlobPlan } from "../../plan/azure.ts";
import type { AzureStorageInput } from "../azure.ts";
import { accountName } from "./account-name.ts";

/**
 * Model weights: a premium block blob container over NFS 3.0, which many pods read at once without a copy on each node.
 * NFS can be had only when the account is made, with the hierarchical namespace and without forced HTTPS.
 * https://learn.microsoft.com/azure/storage/blobs/network-file-system-protocol-support
 */
export function planAzureModelCache(
  spec: Extract<StorageSpec, { kind: "model-cache" }>,
  { environment }: AzureStorageInput,
): AzureBlobPlan {
  const { name } = spec;
  const source = environment.storage.find((one) => one.name === spec.source);
  const existing = spec.existing ?? source?.existing ?? null;
  // The container of another storage of the file: nothing is made twice.
  const shared = existing === null && source !== undefined;
  const account = accountName(environment.name, shared ? source.name : name);
  return {
    name,
    kind: "model-cache",
    product: "azure-blob",
    sizeGiB: spec.sizeGiB ?? null,
    throughputMBps: null,
    existing: shared ? `https://${account}.blob.core.windows.net/${source.name}` : existing,
    retain: spec.retain,
    zone: null,
    account,
    accountKind: "BlockBlobStorage",
    sku: "Premium_LRS",
    container: shared ? source.name : name,
    hierarchicalNamespace: true,
    nfsV3: existing === null && !shared,
    versioned: false,
    httpsOnly: existing !== null || shared,
    furtherContainers: [],
    reason: reasonOf(existing, shared ? source.name : undefined),
  };
}

function reasonOf(existing: string | null, shared: string | undefined): string {
  if (shared !== undefined) return `Reads the container of ${shared}; nothing is created.`;
  return existing === null
    ? "Premium blobs over NFS 3.0: weights are written once and read by many, at the speed of the account."
    : `Reads ${existing}; nothing is created.`;
}
