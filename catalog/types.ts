/**
 * What exists: the shapes of the catalog's facts. Every row names its sources; unknown is `null`, never 0.
 * Rows are read-only data; queries over them are in `catalog.ts`.
 */
export const CLOUDS = ["aws", "gcp", "azure"] as const;
export type CloudName = (typeof CLOUDS)[number];
export type Architecture = "x86_64" | "arm64";

/** Key into the `sources` table of the data file that the row came from. */
export type SourceId = string;

export interface Source {
  readonly id: SourceId;
  /** Repository, package or page. */
  readonly name: string;
  readonly url: string | null;
  /** ISO date of the source's version, or of its retrieval. */
  readonly date: string;
  readonly note: string | null;
}

export type Precision = "fp32" | "tf32" | "bf16" | "fp16" | "fp8" | "fp4" | "int8";

export interface MigProfile {
  readonly profile: string;
  /** Instances of the profile that fit on one accelerator. */
  readonly max: number;
  readonly memoryGiB: number | null;
}

export interface Accelerator {
  /** Lower-case and short: `h100`, `a100-40gb`. */
  readonly id: string;
  readonly aliases: readonly string[];
  readonly vendor: "NVIDIA" | "AMD" | "AWS" | "Google" | "Intel" | "other";
  readonly kind: "gpu" | "tpu" | "neuron" | "gaudi" | "other";
  readonly architecture: string | null;
  /** Memory on the label, GiB. */
  readonly memoryGiB: number | null;
  /** What software can use, GiB. */
  readonly usableMemoryGiB: number | null;
  readonly memoryBandwidthGBps: number | null;
  /** Peak dense rates, TFLOP/s. */
  readonly denseTflops: Readonly<Record<Precision, number | null>>;
  /** Accelerator to accelerator inside the machine's fast domain, one direction. */
  readonly linkGBps: number | null;
  readonly tdpWatts: number | null;
  readonly migProfiles: readonly MigProfile[];
  /** Oldest and newest driver branch that runs it; `null` = no known bound. */
  readonly driverMajor: { readonly min: number | null; readonly max: number | null };
  /** Fields (precisions by their name) that rest on general knowledge alone. */
  readonly unverified: readonly string[];
  readonly confidence: "high" | "medium" | "low";
  readonly sources: readonly SourceId[];
}

export type InterfaceKind = "interface" | "efa" | "efa-only";

export interface NetworkCard {
  readonly index: number;
  readonly gbps: number | null;
  readonly maxInterfaces: number;
  readonly kinds: readonly InterfaceKind[];
}

/** One network interface of a node, as EC2 launch templates name it. */
export interface NetworkInterface {
  readonly card: number;
  readonly device: number;
  readonly kind: InterfaceKind;
}

export type FabricKind = "efa" | "tcpx" | "tcpxo" | "roce" | "infiniband" | "ici" | "none";

export interface Fabric {
  readonly kind: FabricKind;
  /** Fabric interfaces of a machine. */
  readonly interfaces: number;
  readonly gbpsPerInterface: number | null;
  /** Id of a row of `fabric-layouts.json`, where every wire is written out. `null`: none, or not known well enough to wire. */
  readonly layout: string | null;
}

/** How a machine's fabric is wired. AWS: interfaces. Google Cloud: extra networks. Azure: the InfiniBand of the scale set. */
export interface FabricLayout {
  readonly id: string;
  readonly cloud: CloudName;
  readonly kind: FabricKind;
  readonly machines: readonly string[];
  /** AWS: interfaces with the fewest VPC addresses. Empty elsewhere. */
  readonly ipSaving: readonly NetworkInterface[];
  /** AWS: interfaces with the most IP bandwidth; `null` where it is not documented. */
  readonly bandwidth: readonly NetworkInterface[] | null;
  /** Google Cloud: networks beside the primary one, in interface order. */
  readonly networks: readonly {
    readonly name: string;
    readonly nicType: "GVNIC" | "MRDMA" | "IDPF";
    /** The zone's network profile suffix, for example `vpc-roce`. */
    readonly profile: string | null;
    readonly subnets: number;
    readonly mtu: number;
  }[];
  /** Nodes in one scale-up (NVLink, ICI) or rack unit; `null` where a node stands alone. */
  readonly rackNodes: number | null;
  readonly sources: readonly SourceId[];
  readonly note: string | null;
}

export type UsageClass =
  | "on-demand"
  | "spot"
  | "capacity-block"
  | "reservation"
  | "flex-start"
  | "queued"
  | "calendar";

export interface Machine {
  readonly cloud: CloudName;
  readonly name: string;
  readonly family: string;
  /** Catalog id of the accelerator; `null` for a CPU machine or one whose accelerator the catalog does not know. */
  readonly accelerator: string | null;
  /** The cloud's own name of the accelerator, also where the catalog has no row for it. */
  readonly acceleratorName: string | null;
  /** Fractional for slices: 0.125 is an eighth of an accelerator. */
  readonly acceleratorCount: number;
  /** Memory of one accelerator; of a machine with a slice, the memory of the slice. */
  readonly acceleratorMemoryGiB: number | null;
  readonly vcpus: number;
  readonly memoryGiB: number;
  readonly arch: Architecture;
  readonly localDisks: readonly { readonly count: number; readonly sizeGB: number }[];
  readonly localStorageGB: number;
  readonly networkGbps: number | null;
  readonly cards: readonly NetworkCard[];
  /** Network interfaces in total, and IPv4 addresses on each (AWS). */
  readonly maxInterfaces: number | null;
  readonly addressesPerInterface: number | null;
  readonly fabric: Fabric;
  readonly usage: readonly UsageClass[];
  readonly bareMetal: boolean;
  /** Region → zones (AWS: zone ids) where it is offered; `null` zones = offered, zones unknown. */
  readonly offered: Readonly<Record<string, readonly string[] | null>>;
  /** The quota that counts it: exact name, unit, and how much one machine takes. */
  readonly quota: { readonly onDemand: QuotaName | null; readonly spot: QuotaName | null };
  readonly status: "current" | "previous-generation" | "retired";
  /** Facts that are missing and that a plan would need, in words. Not empty ⇒ the planner refuses the machine and says them. */
  readonly unknown: readonly string[];
  readonly confidence: "high" | "medium" | "low";
  readonly sources: readonly SourceId[];
}

export interface QuotaName {
  readonly name: string;
  readonly code: string | null;
  readonly unit: string;
  readonly perMachine: number;
}

/** USD per hour for the whole machine. */
export interface MachinePrice {
  readonly onDemand: number | null;
  readonly spot: number | null;
  readonly source: SourceId;
  readonly date: string;
  readonly spotSource: SourceId | null;
  readonly spotDate: string | null;
}

/** Price of something that is not a machine: control plane, GiB-month of a file system, NAT hour. */
export interface ServicePrice {
  readonly cloud: CloudName;
  /** For example `eks-control-plane`, `fsx-lustre-persistent-2-ssd-125`, `ebs-gp3`, `nat-gateway`. */
  readonly service: string;
  readonly unit:
    | "hour"
    | "GiB-month"
    | "GB-month"
    | "MBps-month"
    | "IOPS-month"
    | "GB"
    | "month"
    | "million-requests";
  /** Region → USD per unit; `*` = every region not named. */
  readonly usd: Readonly<Record<string, number | null>>;
  readonly source: SourceId;
  readonly date: string;
  readonly note: string | null;
}

export interface Region {
  readonly cloud: CloudName;
  readonly name: string;
  readonly location: string | null;
  /** Residency area: us, eu (with Norway), uk, apac, ca, me, sa, af; a country of its own elsewhere: ch, cn, mx. */
  readonly area: string | null;
  readonly partition: string | null;
  /** Zones (AWS: zone ids) that a source lists, or that some machine of the catalog is offered in. */
  readonly zones: readonly string[];
  readonly source: SourceId;
}

export interface Carbon {
  readonly gCO2ePerKWh: number;
  readonly source: SourceId;
  readonly year: string;
}

export interface Model {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly hub: string | null;
  readonly architecture: string | null;
  readonly layers: number | null;
  readonly hidden: number | null;
  readonly heads: number | null;
  readonly kvHeads: number | null;
  readonly headDim: number | null;
  readonly intermediate: number | null;
  readonly vocab: number | null;
  readonly contextLength: number | null;
  readonly slidingWindow: number | null;
  /** Number of layers of each kind of attention where layers differ, as the model's own configuration names them. */
  readonly layerTypes: Readonly<Record<string, number>> | null;
  readonly moe: {
    readonly experts: number | null;
    readonly topK: number | null;
    readonly sharedExperts: number | null;
    readonly moeIntermediate: number | null;
    readonly firstKDense: number | null;
  } | null;
  readonly mla: { readonly kvLoraRank: number; readonly qkRopeHeadDim: number } | null;
  readonly paramsB: number | null;
  readonly activeParamsB: number | null;
  readonly kvBytesPerTokenBf16: number | null;
  /** Precision of the published weights, where the source says. */
  readonly dtype: string | null;
  readonly sources: readonly SourceId[];
}

export type * from "./service-types.ts";
