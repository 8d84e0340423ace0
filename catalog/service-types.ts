import type { Architecture, CloudName, SourceId } from "./types.ts";

export interface KubernetesVersion {
  readonly cloud: CloudName;
  readonly version: string;
  /** ISO dates. */
  readonly available: string;
  readonly standardSupportUntil: string;
  readonly extendedSupportUntil: string | null;
  readonly source: SourceId;
}

/** A pinned piece of software: an EKS add-on, a chart, a driver branch, an image family. */
export interface Component {
  readonly name: string;
  readonly cloud: CloudName | null;
  readonly kind: "managed-addon" | "chart" | "driver" | "node-image" | "image" | "cli";
  readonly version: string | null;
  /** Oldest and newest Kubernetes minor that it supports; `null` = no known bound. */
  readonly kubernetes: { readonly min: string | null; readonly max: string | null };
  readonly architectures: readonly Architecture[];
  /** Facts that only some kinds have: `amiType`, `driverMajor`, `serviceAccount`, `repository`, … */
  readonly attributes: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly source: SourceId;
  readonly date: string;
}

/** How long a resource takes to create: what the deployment timeline is made of. */
export interface CreationTime {
  /** CloudFormation or Pulumi type, with a variant after `#` where it matters: `AWS::FSx::FileSystem#LUSTRE`. */
  readonly type: string;
  readonly minutes: number;
  readonly source: SourceId;
  readonly date: string;
  readonly note: string | null;
}

/** A documented limit, quota default or legal step that is not of one machine. */
export interface ServiceLimit {
  readonly cloud: CloudName;
  /** For example `eks-managed-node-groups-per-cluster`. */
  readonly id: string;
  readonly value: number;
  readonly quotaCode: string | null;
  readonly name: string;
  readonly source: SourceId;
  readonly date: string;
}

/** A slice of TPUs: its topology decides machine and nodes. */
export interface TpuTopology {
  /** Generation and number of cores or chips, as Google names slices: `v6e-16`. */
  readonly tpuType: string;
  readonly topology: string;
  readonly chips: number;
  readonly nodes: number;
  readonly machine: string;
  /** Value of the label `cloud.google.com/gke-tpu-accelerator`. */
  readonly gkeAccelerator: string;
  readonly source: SourceId;
}

/** Legal sizes and tiers of one kind of file system. */
export interface StorageSteps {
  readonly id: string;
  readonly cloud: CloudName;
  readonly product: string;
  readonly deploymentType: string;
  readonly storageType: string;
  /** Tier of products that sell throughput by size; absent elsewhere. */
  readonly throughputMBpsPerTiB?: number | null;
  /** Tiers of products that sell throughput by itself; absent elsewhere, `null` where they are not written out. */
  readonly throughputMBps?: readonly number[] | null;
  /** `first`, then `second`, then multiples of `step`. */
  readonly sizeGiB: {
    readonly first: number;
    readonly second: number;
    readonly step: number;
    readonly max: number | null;
  };
  /** Google Cloud: larger steps from a size on; absent elsewhere, `null` where steps stay the same. */
  readonly largeStepGiB?: { readonly above: number; readonly step: number } | null;
  /** Disks: machine families that take no other kind as boot disk. */
  readonly onlyDiskOf?: readonly string[];
  /** With EFA: `first`, then multiples of `step`; `null`: EFA is not supported. */
  readonly efaSizeGiB?: { readonly first: number; readonly step: number } | null;
  /** Machine families that are documented as clients over EFA. */
  readonly efaClientFamilies?: readonly string[];
  readonly metadataIops?: {
    readonly automatic: boolean;
    readonly values: readonly number[];
    readonly stepAbove: number;
    readonly max: number;
  } | null;
  readonly lustreVersion?: string;
  /** How many buckets may be joined. */
  readonly dataRepositoryAssociations?: number;
  readonly customerKey?: boolean;
  /** Network addresses that one takes in its subnet, where documented. */
  readonly addresses: number | null;
  /** Regions without it. */
  readonly notIn: readonly string[];
  /** Row of the service prices. */
  readonly service: string;
  readonly sources: readonly SourceId[];
  readonly date: string;
  readonly note: string | null;
}
