import type { Architecture, FabricKind, NetworkInterface, UsageClass } from "../../catalog/types.ts";
import type { SharingSpec } from "../../spec/schema/pool.ts";
import type { AzurePoolOptionPlan, AzurePoolPlan, AzureSystemPoolPlan } from "./azure.ts";
import type { GcpOptionPlan, GcpPoolPlan, GcpSystemPoolPlan } from "./gcp-pool.ts";

export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: "NoSchedule" | "PreferNoSchedule" | "NoExecute";
}

/** A machine that was considered and not taken, and why. */
export interface RejectedCandidate {
  readonly machine: string;
  readonly reason: string;
}

/** How the nodes of a pool reach each other at full speed. */
export interface FabricPlan {
  readonly kind: FabricKind;
  readonly interfacesPerNode: number;
  readonly gbpsPerNode: number | null;
  /** AWS: `ip-saving` or `bandwidth`. */
  readonly layout: "ip-saving" | "bandwidth" | null;
  /** AWS: every network interface of a node, fabric or not. */
  readonly interfaces: readonly NetworkInterface[];
  /** Google Cloud and Azure: names of the networks beside the primary one. */
  readonly networks: readonly string[];
}

/** AWS: `create` makes a placement group with this strategy; `existing` uses the reservation's own; `none` sets none. */
export type PlacementPlan =
  | { readonly kind: "none"; readonly reason: string }
  | {
      readonly kind: "create";
      readonly strategy: "cluster" | "compact" | "partition" | "proximity";
      readonly reason: string;
    }
  | { readonly kind: "existing"; readonly name: string; readonly reason: string };

/** A change of a node group's size by the cloud's own scheduler. */
export interface ScheduledSize {
  /** Stable suffix of the schedule's name: `raise`, `lower`, `expire`. */
  readonly id: string;
  /** ISO time in UTC. */
  readonly at: string;
  readonly min: number;
  readonly desired: number;
  readonly max: number;
  readonly reason: string;
}

/** One purchase option of a pool. Fixed pools: one managed node group. Elastic pools: one preference of the node provisioner. */
export interface PoolOptionPlan {
  /** Unique in the environment and stable: `<pool>-<purchase>`, with a counter from the second of the same kind on. */
  readonly id: string;
  readonly purchase: UsageClass;
  readonly reservationId: string | null;
  readonly maxUsdPerHour: number | null;
  /** Nodes that this option supplies at full size. */
  readonly nodes: number;
  /** Sizes of the node group at the time of planning: zero until a block or reservation begins. */
  readonly size: { readonly min: number; readonly desired: number; readonly max: number };
  /** Zones it may use (AWS: zone ids). One when the fabric must not leave a zone. */
  readonly zones: readonly string[];
  readonly placement: PlacementPlan;
  /** ISO times between which nodes exist; `null` = now, or without end. */
  readonly activeFrom: string | null;
  readonly activeUntil: string | null;
  readonly schedule: readonly ScheduledSize[];
  /** Nodes that an update may take away at once. */
  readonly maxUnavailable: number;
  readonly usdPerHourPerNode: number | null;
  /** Azure: the agent pool that it is. */
  readonly azure?: AzurePoolOptionPlan;
  /** Google Cloud: the node pools that it is. */
  readonly gcp?: GcpOptionPlan;
}

export interface DiskPlan {
  readonly type: "gp3" | "hyperdisk-balanced" | "premium-ssd" | "pd-balanced" | "ephemeral";
  readonly sizeGiB: number;
  readonly iops: number | null;
  readonly throughputMBps: number | null;
}

export interface PoolPlan {
  readonly name: string;
  readonly machine: string;
  readonly family: string;
  readonly arch: Architecture;
  readonly accelerator: string | null;
  readonly acceleratorVendor: string | null;
  readonly acceleratorsPerNode: number;
  readonly vcpusPerNode: number;
  readonly memoryGiBPerNode: number;
  /** Nodes at full size, over all options; and the least that stays (equal for fixed pools). */
  readonly nodes: number;
  readonly minNodes: number;
  readonly elastic: boolean;
  /** `nodes` × `acceleratorsPerNode`. */
  readonly accelerators: number;
  readonly provisioner: "managed-node-group" | "karpenter" | "node-pool" | "agent-pool";
  readonly fabric: FabricPlan;
  readonly options: readonly PoolOptionPlan[];
  readonly sharing: SharingSpec | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  readonly disk: DiskPlan;
  /** Local NVMe joined into one RAID0 volume for containers and scratch. */
  readonly localStorageGB: number;
  /** AWS: AMI type; Google Cloud: image type; Azure: OS SKU. Always set. */
  readonly image: {
    readonly type: string;
    readonly release: string | null;
    readonly driverMajor: number | null;
  };
  readonly maxPods: number;
  /** VPC addresses that one node takes at most: interfaces and pods. */
  readonly addressesPerNode: number;
  readonly chosenBecause: string;
  readonly rejected: readonly RejectedCandidate[];
  readonly azure?: AzurePoolPlan;
  readonly gcp?: GcpPoolPlan;
}

/** CPU nodes for what runs beside the work: DNS, operators, gateways. */
export interface SystemPoolPlan {
  readonly name: string;
  /** Interchangeable types in order of preference, so that a stock-out of one costs nothing. */
  readonly machines: readonly string[];
  readonly arch: Architecture;
  readonly size: { readonly min: number; readonly desired: number; readonly max: number };
  readonly zones: readonly string[];
  readonly image: { readonly type: string; readonly release: string | null };
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  readonly disk: DiskPlan;
  readonly maxPods: number;
  readonly addressesPerNode: number;
  readonly usdPerHourPerNode: number | null;
  readonly schedule: readonly ScheduledSize[];
  readonly maxUnavailable: number;
  readonly azure?: AzureSystemPoolPlan;
  readonly gcp?: GcpSystemPoolPlan;
}
