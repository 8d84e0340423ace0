import type { StorageBase } from "./storage.ts";

/** A bucket. */
export interface GcsPlan extends StorageBase {
  readonly product: "gcs";
  /** Bucket name, unique in the world; `{account}` stands for the project that is known at deployment only. */
  readonly bucket: string;
  readonly versioned: boolean;
  /** Folders as such: faster listing and atomic rename; excludes versioning, and cannot be switched later. */
  readonly hierarchicalNamespace: boolean;
  /** Profile of Cloud Storage FUSE: storage class `gcsfusecsi-<profile>`. */
  readonly fuseProfile: "training" | "checkpointing" | "serving" | null;
  /** SSD-backed read caches, one a zone; empty = none. */
  readonly anywhereCaches: readonly { readonly zone: string; readonly ttlHours: number }[];
  readonly softDeleteDays: number;
}

/** Managed Lustre. Tier and zone cannot be changed after creation. */
export interface ManagedLustrePlan extends StorageBase {
  readonly product: "managed-lustre";
  /** `per_unit_storage_throughput`, MB/s per TiB. */
  readonly mbpsPerTiB: number;
  /** Name inside Lustre: at most eight letters and digits. */
  readonly fileSystem: string;
  /** Object storage imported once, from its root. */
  readonly source: string | null;
  readonly sourceUrl: string | null;
  /** True: port 6988 for old GKE clients. A client cannot use both ports. */
  readonly gkeSupportEnabled: boolean;
  readonly port: 988 | 6988;
}

export interface FilestorePlan extends StorageBase {
  readonly product: "filestore";
  readonly tier: "ZONAL" | "REGIONAL" | "BASIC_HDD" | "BASIC_SSD";
  /** Share name: at most 16 letters, digits and underscores. */
  readonly share: string;
  readonly protocol: "NFS_V3" | "NFS_V4_1";
  readonly connectMode: "PRIVATE_SERVICE_ACCESS";
  readonly addresses: number;
}

/** A disk of model weights that many nodes read at once. */
export interface HyperdiskMlPlan extends StorageBase {
  readonly product: "hyperdisk-ml";
  /** Zones that hold a copy. */
  readonly zones: readonly string[];
  readonly accessMode: "READ_ONLY_MANY";
  /** Bucket that it is filled from, by GKE's volume populator; `{account}` as in bucket names. */
  readonly sourceUrl: string | null;
  readonly source: string | null;
}

export type GcpStoragePlan = GcsPlan | ManagedLustrePlan | FilestorePlan | HyperdiskMlPlan;
