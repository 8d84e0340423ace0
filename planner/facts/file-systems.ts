import type { FileSystemFact } from "../../checks/facts.ts";
import type { Path } from "../../spec/finding.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import type { EnvironmentPlan, NetworkPlan, StoragePlan } from "../plan/index.ts";

/** File systems that the environment makes; existing ones and buckets are left out. */
export function fileSystemFacts(plan: EnvironmentPlan, environment: Environment): readonly FileSystemFact[] {
  return plan.storage
    .filter((storage) => storage.existing === null)
    .flatMap((storage): readonly FileSystemFact[] => {
      const at: Path = ["storage", environment.storage.findIndex((one) => one.name === storage.name)];
      return fileSystemFact(storage, at, plan);
    });
}

function fileSystemFact(
  storage: StoragePlan,
  at: Path,
  { network }: EnvironmentPlan,
): readonly FileSystemFact[] {
  const common = {
    at,
    name: storage.name,
    id: storage.name,
    sizeGiB: storage.sizeGiB ?? undefined,
    zone: storage.zone ?? undefined,
  };
  switch (storage.product) {
    case "s3":
    case "gcs":
    case "hyperdisk-ml":
    case "azure-blob":
      return [];
    case "azure-files-nfs":
    case "azure-netapp-files":
      return [{ ...common, product: storage.product }];
    case "filestore":
      return [{ ...common, product: "filestore", deploymentType: storage.tier }];
    case "managed-lustre":
      return [
        {
          ...common,
          product: "managed-lustre",
          mbpsPerTiB: storage.mbpsPerTiB,
          privateServiceAccess: privateServiceAccess(network),
          port6988: storage.gkeSupportEnabled,
        },
      ];
    case "azure-managed-lustre":
      return [
        {
          ...common,
          product: "azure-managed-lustre",
          deploymentType: storage.sku,
          sizeGiB: storage.sizeTiB * 1024,
          subnetRange: subnetRange(network, storage.subnet),
          source:
            storage.source === null ? undefined : { name: storage.source, joined: storage.hsm !== null },
        },
      ];
    case "efs":
      return [{ ...common, product: "efs" }];
    case "fsx-openzfs":
      return [{ ...common, product: "fsx-openzfs", deploymentType: storage.deploymentType }];
    case "fsx-lustre":
      return [
        {
          ...common,
          product: "fsx-lustre",
          deploymentType: storage.deploymentType,
          storageType: storage.storageType,
          mbpsPerTiB: storage.deploymentType === "SCRATCH_2" ? null : storage.mbpsPerTiB,
          efa: storage.efa,
          metadata:
            storage.metadataIops === null
              ? undefined
              : { mode: "USER_PROVISIONED", iops: storage.metadataIops },
          associations:
            storage.source === null
              ? []
              : [{ at, path: `/${storage.source}`, url: storage.sourceUrl ?? undefined }],
        },
      ];
  }
}

/** An existing network may have a range of its own. */
function privateServiceAccess(network: NetworkPlan): boolean | undefined {
  if (network.cloud !== "gcp") return undefined;
  return network.privateServices === null && network.existing !== null
    ? undefined
    : network.privateServices !== null;
}

function subnetRange(network: NetworkPlan, id: string): string | undefined {
  return network.cloud === "azure" ? network.subnets.find((subnet) => subnet.id === id)?.cidr : undefined;
}
