import type { Taint } from "./pool.ts";

/** Versions that only work together, as one sourced set: parts of different sets hang. */
export interface GcpFabricSoftwarePlan {
  /** Row of `components.json`: `gcp-fabric-a3-mega`. */
  readonly id: string;
  /** DaemonSet that installs the NCCL plugin, with its image; `null` = none. */
  readonly ncclPlugin: { readonly name: string; readonly image: string; readonly version: string } | null;
  /** Receive-path daemon that runs as a sidecar of every pod; `null` = none. */
  readonly rxDaemon: { readonly name: string; readonly image: string; readonly version: string } | null;
  /** Oldest driver branch; `null` = no bound known. */
  readonly driverMajorMin: number | null;
  /** Further parts by name: `asapd-lite`, `nvidia-dra-driver`, `nri-device-injector`. */
  readonly parts: Readonly<Record<string, string>>;
  readonly source: string;
  readonly date: string;
}

/** A slice of TPUs: the topology decides machine, nodes and placement. */
export interface GcpTpuPlan {
  readonly topology: string;
  readonly chips: number;
  /** Value of the label `cloud.google.com/gke-tpu-accelerator`. */
  readonly acceleratorLabel: string;
  readonly nodesPerSlice: number;
  /** Slices at full size. A slice of several nodes is one node pool. */
  readonly slices: number;
}

/** What node pools of one pool have in common on GKE. */
export interface GcpPoolPlan {
  /** `guest_accelerator`; `null` for TPUs. `count` is whole: a slice of an accelerator counts as one. */
  readonly accelerator: {
    readonly type: string;
    readonly count: number;
    /** MIG partition: `1g.10gb`. */
    readonly partitionSize: string | null;
    readonly sharing: {
      readonly strategy: "TIME_SHARING" | "MPS";
      readonly maxSharedClientsPerGpu: number;
    } | null;
    readonly driver: "DEFAULT" | "LATEST" | "INSTALLATION_DISABLED";
    readonly driverReason: string;
  } | null;
  readonly tpu: GcpTpuPlan | null;
  readonly imageType: "COS_CONTAINERD" | "UBUNTU_CONTAINERD";
  /** Local SSDs: `ephemeral-storage` holds images, emptyDir and caches. `count` `null`: the machine type fixes it. */
  readonly localSsd: { readonly use: "ephemeral-storage" | "none"; readonly count: number | null };
  /** How pods get fabric interfaces: `Network` objects, device claims, or none. */
  readonly fabricAccess: "multi-network" | "dranet" | "device-claims" | "none";
  /** `accelerator_network_profile` of the node pools: excludes additional networks. */
  readonly acceleratorNetworkProfile: "auto" | null;
  readonly software: GcpFabricSoftwarePlan | null;
  /** 2 MiB huge pages of a node. */
  readonly hugepages2Mi: number | null;
  readonly secureBoot: boolean;
  readonly integrityMonitoring: boolean;
  readonly gvnic: boolean;
  readonly maxPodsPerNode: number;
  /** Labels that only the node's own machinery reads. */
  readonly nodeLabels: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A GKE node pool. One for each option, slice or rack. */
export interface GcpNodePoolPlan {
  /** Unique in the cluster, at most 40 characters: the option's id, with a counter where there are several. */
  readonly id: string;
  /** Nodes in all its zones together. */
  readonly size: { readonly min: number; readonly desired: number; readonly max: number };
  readonly zones: readonly string[];
  /** Value of the reservation affinity for this node pool: name, project path, block or sub-block. */
  readonly reservationValue: string | null;
}

/** A resource policy that nodes stand by. */
export interface GcpResourcePolicyPlan {
  /** Stable: name of the policy after `<environment>-`. */
  readonly id: string;
  readonly kind: "workload" | "group";
  /** Of a workload policy. */
  readonly type: "HIGH_THROUGHPUT" | null;
  /** Of a workload policy: `1x72`, or the TPU topology. */
  readonly acceleratorTopology: string | null;
  /** Of a workload policy. `PROVISION_ONLY` needs a specific reservation. */
  readonly acceleratorTopologyMode: "AUTO_CONNECT" | "PROVISION_ONLY" | null;
  /** Of a group placement policy. */
  readonly collocation: "COLLOCATED" | null;
}

/** What one purchase option of a pool is on GKE. */
export interface GcpOptionPlan {
  readonly nodePools: readonly GcpNodePoolPlan[];
  readonly spot: boolean;
  readonly flexStart: boolean;
  readonly queuedProvisioning: boolean;
  /** Longest life of a node; `null` = no end. */
  readonly maxRunSeconds: number | null;
  readonly reservation: {
    readonly type: "NO_RESERVATION" | "SPECIFIC_RESERVATION";
    /** `compute.googleapis.com/reservation-name` with a specific reservation. */
    readonly key: string | null;
  };
  /** Compact placement by GKE itself, without a policy of ours. TPUs name their topology here. */
  readonly placement: { readonly type: "COMPACT"; readonly tpuTopology: string | null } | null;
  /** Policy that is created and named by the node pools. */
  readonly resourcePolicy: GcpResourcePolicyPlan | null;
  /** Interfaces beside the primary one, in order: ids of fabric networks and of their subnets (`null`: the network has none). */
  readonly additionalNetworks: readonly { readonly network: string; readonly subnet: string | null }[];
  /** `null`: a fixed number of nodes. */
  readonly autoscaling: { readonly locationPolicy: "ANY" | "BALANCED" } | null;
  readonly autoRepair: boolean;
  readonly autoUpgrade: boolean;
  readonly upgrade: {
    readonly strategy: "SURGE" | "SHORT_LIVED";
    readonly maxSurge: number;
    readonly maxUnavailable: number;
  };
  /** Taints beside those of the pool: compute class, spot, queued provisioning. */
  readonly taints: readonly Taint[];
  readonly labels: Readonly<Record<string, string>>;
}

/** What a system pool is on GKE. */
export interface GcpSystemPoolPlan {
  readonly nodePool: string;
  readonly imageType: GcpPoolPlan["imageType"];
  readonly autoscaling: boolean;
  readonly secureBoot: boolean;
}
