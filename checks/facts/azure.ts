/** What only AKS agent pools have. `null`: known to be unset. */
export interface AzureNodeGroupFact {
  /** Name as the API takes it. */
  readonly poolName?: string | undefined;
  readonly mode?: "System" | "User" | undefined;
  /** Written inside the cluster's own resource. */
  readonly inline?: boolean | undefined;
  readonly evictionPolicy?: string | null | undefined;
  /** USD per hour; -1 = up to the on-demand price. */
  readonly spotMaxPrice?: number | null | undefined;
  readonly gpuDriver?: "Install" | "None" | null | undefined;
  readonly capacityGroup?: string | null | undefined;
  readonly proximityGroup?: string | null | undefined;
  readonly osDisk?: "Ephemeral" | "Managed" | undefined;
}

/** What only AKS clusters have. */
export interface AzureClusterFact {
  /** The kind of identity that the control plane carries. */
  readonly identity?: "SystemAssigned" | "UserAssigned" | undefined;
}
