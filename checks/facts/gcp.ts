/** One network interface beside the primary one, as a node pool names it. Ids as written, `undefined` = unknown. */
export interface ExtraInterfaceFact {
  readonly network?: string | undefined;
  readonly subnetwork?: string | undefined;
}

/** What only GKE node pools have. */
export interface GcpNodeGroupFact {
  /** The pool's own switches of how it is bought: they can contradict each other. */
  readonly spot?: boolean | undefined;
  readonly flexStart?: boolean | undefined;
  readonly queued?: boolean | undefined;
  readonly reservationAffinity?: "none" | "any" | "specific" | undefined;
  /** Names or paths of specific reservations. */
  readonly reservations?: readonly string[] | undefined;
  readonly maxRunSeconds?: number | undefined;
  readonly autoRepair?: boolean | undefined;
  readonly autoscaled?: boolean | undefined;
  readonly blueGreen?: boolean | undefined;
  readonly compact?: boolean | undefined;
  /** TPU slice or NVLink domain: `4x4x8`, `1x72`. `null`: not set. */
  readonly topology?: string | null | undefined;
  /** How the topology of a workload policy is used. */
  readonly topologyMode?: string | undefined;
  readonly extraInterfaces?: readonly ExtraInterfaceFact[] | undefined;
  /** Whether GKE makes the fabric's networks and devices itself (accelerator network profile `auto`). */
  readonly automaticNetworks?: boolean | undefined;
  readonly localSsds?: number | undefined;
  /** Images of the fabric's plug-in and daemon that its nodes run. */
  readonly fabricImages?: readonly string[] | undefined;
}

/** What only GKE clusters have. */
export interface GcpClusterFact {
  readonly dataplaneV2?: boolean | undefined;
  readonly multiNetworking?: boolean | undefined;
  /** Whether a maintenance exclusion keeps minor and node upgrades away. */
  readonly upgradesExcluded?: boolean | undefined;
}
