import type { NameFact } from "../../checks/facts.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import type { EnvironmentPlan, StoragePlan } from "../plan/index.ts";

/** Letters and digits that stand for a hash which deployment alone knows. */
const UNIQUE = "0".repeat(8);
const AWS_ACCOUNT = "0".repeat(12);

/** Names that a cloud limits in length. */
export function nameFacts(plan: EnvironmentPlan, environment: Environment): readonly NameFact[] {
  return [
    { at: ["name"], name: plan.name, value: plan.cluster.name, of: "cluster" },
    ...plan.storage.flatMap((storage): readonly NameFact[] => {
      const value = storage.existing === null ? bucketName(storage) : undefined;
      const index = environment.storage.findIndex((one) => one.name === storage.name);
      if (value === undefined) return [];
      const known = value.replaceAll("{account}", plan.account ?? AWS_ACCOUNT).replaceAll("{unique}", UNIQUE);
      return [{ at: ["storage", index], name: storage.name, value: known, of: "bucket" }];
    }),
  ];
}

/** Name of the bucket, or of the storage account that stands for one. */
function bucketName(storage: StoragePlan): string | undefined {
  switch (storage.product) {
    case "s3":
    case "gcs":
      return storage.bucket;
    case "azure-blob":
    case "azure-files-nfs":
      return storage.account;
    case "azure-managed-lustre":
    case "azure-netapp-files":
    case "efs":
    case "filestore":
    case "fsx-lustre":
    case "fsx-openzfs":
    case "hyperdisk-ml":
    case "managed-lustre":
      return undefined;
  }
}
