import type { CloudName } from "../../../catalog/types.ts";
import { type CloudCheck, show, valueAt } from "./cloud-check.ts";
import type { CloudResource } from "./synthesized.ts";

interface Encrypted {
  readonly type: RegExp;
  readonly holds: (resource: CloudResource) => boolean;
}

const set =
  (...path: readonly (string | number)[]) =>
  (resource: CloudResource): boolean =>
    valueAt(resource, ...path) !== undefined;

const is =
  (value: unknown, ...path: readonly (string | number)[]) =>
  (resource: CloudResource): boolean =>
    valueAt(resource, ...path) === value;

/** What says that something is encrypted, in each cloud's own words. */
const ENCRYPTED: Readonly<Record<CloudName, readonly Encrypted[]>> = {
  aws: [
    { type: /^AWS::S3::Bucket$/, holds: set("BucketEncryption") },
    { type: /^AWS::EFS::FileSystem$/, holds: is(true, "Encrypted") },
    { type: /^AWS::FSx::FileSystem$/, holds: set("KmsKeyId") },
    { type: /^AWS::EKS::Cluster$/, holds: set("EncryptionConfig", 0, "Provider") },
  ],
  gcp: [
    { type: /^gcp:storage\/bucket:Bucket$/, holds: set("encryption", "defaultKmsKeyName") },
    { type: /^gcp:container\/cluster:Cluster$/, holds: is("ENCRYPTED", "databaseEncryption", "state") },
    { type: /^gcp:container\/nodePool:NodePool$/, holds: set("nodeConfig", "bootDiskKmsKey") },
  ],
  azure: [
    { type: /^azure-native:storage:StorageAccount$/, holds: is("TLS1_2", "minimumTlsVersion") },
    {
      type: /^azure-native:containerservice:AgentPool$/,
      holds: (pool) => valueAt(pool, "enableEncryptionAtHost") !== false,
    },
  ],
};

export const encryption: CloudCheck = {
  name: "encryption",
  title: "Data, disks and the cluster's secrets are encrypted, and data is not reached in the clear.",
  violations({ plan, resources }) {
    return ENCRYPTED[plan.cloud].flatMap(({ type, holds }) =>
      resources.filter((one) => type.test(one.type) && !holds(one)).map(show),
    );
  },
};
