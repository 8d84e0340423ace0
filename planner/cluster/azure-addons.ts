import type { AddonPlan } from "../plan/cluster.ts";
import type { StoragePlan } from "../plan/storage.ts";

interface AddonRule {
  readonly name: string;
  readonly when: (storage: readonly StoragePlan[]) => boolean;
  readonly reason: string;
  readonly source: string;
}

/** What AKS itself runs in the cluster. Its versions follow from the Kubernetes version: AKS takes none. */
export function azureAddons(storage: readonly StoragePlan[]): AddonPlan[] {
  return rules
    .filter(({ when }) => when(storage))
    .map(({ name, reason, source }) => ({
      name,
      version: null,
      namespace: "kube-system",
      serviceAccount: null,
      managedPolicies: [],
      configuration: null,
      needsNodes: true,
      reason,
      source,
    }));
}

const hasProduct =
  (product: StoragePlan["product"]) =>
  (storage: readonly StoragePlan[]): boolean =>
    storage.some((each) => each.product === product);

const rules: readonly AddonRule[] = [
  {
    name: "azure-disk-csi",
    when: () => true,
    reason: "Gives pods disks of their own.",
    source: "https://learn.microsoft.com/azure/aks/azure-disk-csi",
  },
  {
    name: "azure-file-csi",
    when: hasProduct("azure-files-nfs"),
    reason: "Mounts shares of Azure Files.",
    source: "https://learn.microsoft.com/azure/aks/azure-files-csi",
  },
  {
    name: "azure-blob-csi",
    when: hasProduct("azure-blob"),
    reason: "Mounts blob containers, over NFS 3.0 or with a cache on the node's disk.",
    source: "https://learn.microsoft.com/azure/aks/azure-blob-csi",
  },
];
