import type { AzureStoragePlan } from "./azure.ts";
import type { GcpStoragePlan } from "./gcp-storage.ts";

export interface StorageBase {
  readonly name: string;
  readonly kind: "object" | "parallel" | "file" | "model-cache";
  /** The cloud's product, in its own words: `s3`, `fsx-lustre`, `fsx-openzfs`, `efs`. */
  readonly product: string;
  readonly sizeGiB: number | null;
  readonly throughputMBps: number | null;
  /** Id or URL of what exists already; then nothing is created, changed or destroyed. */
  readonly existing: string | null;
  readonly retain: boolean;
  /** Zone of a zonal file system (AWS: zone id). */
  readonly zone: string | null;
  readonly reason: string;
}

export interface S3Plan extends StorageBase {
  readonly product: "s3";
  /** Bucket name; `{account}` stands for the account that is known at deployment only. */
  readonly bucket: string;
  readonly versioned: boolean;
}

export interface FsxLustrePlan extends StorageBase {
  readonly product: "fsx-lustre";
  readonly deploymentType: "PERSISTENT_2" | "SCRATCH_2";
  readonly storageType: "SSD";
  readonly mbpsPerTiB: number | null;
  readonly efa: boolean;
  readonly metadataIops: number | null;
  /** Name of the object storage joined at `/<name>`. */
  readonly source: string | null;
  /** S3 URL of the source, with `{account}` where only deployment knows it. */
  readonly sourceUrl: string | null;
  /** Network addresses that the file system takes in its subnet. */
  readonly addresses: number;
}

export interface FsxOpenZfsPlan extends StorageBase {
  readonly product: "fsx-openzfs";
  readonly deploymentType: "SINGLE_AZ_HA_2" | "MULTI_AZ_1" | "SINGLE_AZ_2";
  readonly addresses: number;
}

export interface EfsPlan extends StorageBase {
  readonly product: "efs";
  readonly throughputMode: "elastic";
}

export type AwsStoragePlan = S3Plan | FsxLustrePlan | FsxOpenZfsPlan | EfsPlan;

export type StoragePlan = AwsStoragePlan | GcpStoragePlan | AzureStoragePlan;
