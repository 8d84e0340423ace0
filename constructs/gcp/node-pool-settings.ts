import type { NodePoolArgs } from "@pulumi/gcp/container/index.js";
import type { container } from "@pulumi/gcp/types/input.js";
import type { Input } from "@pulumi/pulumi";
import type { DiskPlan, Taint } from "../../planner/plan/pool.ts";
import { cloudPlatform } from "./cluster-settings.ts";
import type { Labels } from "./labels.ts";

/** What node pools need to know of the cluster that they join. */
export interface NodeSurroundings {
  readonly project: Input<string>;
  readonly region: string;
  readonly clusterName: Input<string>;
  readonly serviceAccount: Input<string>;
  /** Key of the boot disks; `undefined`: Google's own. */
  readonly keyId: Input<string | undefined>;
  readonly imageStreaming: boolean;
  readonly labels: Labels;
}

export type NodeConfig = container.NodePoolNodeConfig;

export interface Size {
  readonly min: number;
  readonly desired: number;
  readonly max: number;
}

/** What all nodes have alike, whatever they are for. */
export function nodeBasics(surroundings: NodeSurroundings, disk: DiskPlan): NodeConfig {
  const { serviceAccount, keyId, imageStreaming, labels } = surroundings;
  return {
    serviceAccount,
    oauthScopes: [cloudPlatform],
    // Pods see their own identity and never that of the node.
    // https://docs.cloud.google.com/kubernetes-engine/docs/how-to/workload-identity
    workloadMetadataConfig: { mode: "GKE_METADATA" },
    bootDisk: bootDisk(disk),
    bootDiskKmsKey: keyId,
    gcfsConfig: { enabled: imageStreaming },
    kubeletConfig: { insecureKubeletReadonlyPortEnabled: "FALSE" },
    resourceLabels: labels,
  };
}

/** Metadata of every node: the service's old addresses, which ask for no header, are closed. */
export const nodeMetadata: Readonly<Record<string, string>> = { "disable-legacy-endpoints": "true" };

function bootDisk({ type, sizeGiB, iops, throughputMBps }: DiskPlan): NodeConfig["bootDisk"] {
  return {
    diskType: type,
    sizeGb: sizeGiB,
    provisionedIops: iops ?? undefined,
    provisionedThroughput: throughputMBps ?? undefined,
  };
}

const effects: Readonly<Record<Taint["effect"], string>> = {
  NoSchedule: "NO_SCHEDULE",
  PreferNoSchedule: "PREFER_NO_SCHEDULE",
  NoExecute: "NO_EXECUTE",
};

/** Taints in the words of GKE's API. */
export function gkeTaints(taints: readonly Taint[]): { key: string; value: string; effect: string }[] {
  return taints.map(({ key, value, effect }) => ({ key, value, effect: effects[effect] }));
}

/**
 * Sizes of a node pool: counts of all zones together where it grows and shrinks by itself, else nodes of each zone, as
 * GKE's API counts them.
 */
export function poolSize(
  size: Size,
  zones: number,
  locationPolicy: "ANY" | "BALANCED" | null,
): Pick<NodePoolArgs, "autoscaling" | "initialNodeCount" | "nodeCount"> {
  const perZone = size.desired / Math.max(1, zones);
  if (locationPolicy === null) return { nodeCount: Math.ceil(perZone) };
  return {
    // Never more than planned: the autoscaler adds what is missing, and one in each zone could exceed the maximum.
    initialNodeCount: Math.floor(perZone),
    autoscaling: { totalMinNodeCount: size.min, totalMaxNodeCount: size.max, locationPolicy },
  };
}

/** Machines with many accelerators take their time. */
export const nodePoolTimeouts = { create: "60m", update: "120m", delete: "60m" };
