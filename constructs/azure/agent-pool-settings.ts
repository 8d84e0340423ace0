import type { AgentPoolArgs } from "@pulumi/azure-native/containerservice/agentPool.js";
import type { AzureSystemPoolPlan } from "../../planner/plan/azure.ts";
import type { DiskPlan, Taint } from "../../planner/plan/pool.ts";

/** Sizes of an agent pool. One that scales itself changes between `min` and `max`. */
export interface AgentPoolSize {
  readonly min: number;
  readonly desired: number;
  readonly max: number;
}

/** AKS refuses an upper bound of zero for a pool that scales itself. */
export function scaling(size: AgentPoolSize, autoscaling: boolean) {
  return autoscaling
    ? { enableAutoScaling: true, count: size.desired, minCount: size.min, maxCount: Math.max(1, size.max) }
    : { enableAutoScaling: false, count: size.desired };
}

/** `key=value:effect`. */
export function aksTaints(taints: readonly Taint[]): string[] {
  return taints.map(({ key, value, effect }) => `${key}=${value}:${effect}`);
}

/**
 * Nodes of accelerators are replaced in place, as a spare one is seldom to be had; system pools cannot be and get one more.
 * https://learn.microsoft.com/azure/aks/upgrade-aks-node-pools-rolling
 */
export function upgrade(mode: AzureSystemPoolPlan["mode"], maxUnavailable: number) {
  switch (mode) {
    case "User":
      return { maxSurge: "0", maxUnavailable: String(maxUnavailable) };
    case "System":
      return { maxSurge: String(maxUnavailable) };
  }
}

/** Disk of the operating system. */
export function osDisk(disk: DiskPlan, osDiskType: "Ephemeral" | "Managed") {
  return { osDiskType, osDiskSizeGB: disk.sizeGiB };
}

/** What every agent pool has. */
export const everyPool = {
  type: "VirtualMachineScaleSets",
  osType: "Linux",
  enableNodePublicIP: false,
  // Stopped machines that are kept break the driver when they come back.
  // https://github.com/NVIDIA/gpu-operator/issues/729
  scaleDownMode: "Delete",
} as const satisfies Partial<AgentPoolArgs>;
