import type { Accelerator, Machine } from "../../catalog/types.ts";
import type { PoolSpec } from "../../spec/schema/pool.ts";
import { sharingPods } from "./node-settings.ts";

/** Accelerator nodes run few pods of work beside those that every node has; half of GKE's default saves half of the range. */
const USUAL = 64;
const SHARED = 110;
const MOST = 256;

/** Pods of a node: enough for those that share its accelerators. https://cloud.google.com/kubernetes-engine/docs/how-to/flexible-pod-cidr */
export function gcpMaxPods(spec: PoolSpec, machine: Machine, accelerator: Accelerator | undefined): number {
  return Math.min(
    MOST,
    Math.max(spec.sharing === undefined ? USUAL : SHARED, sharingPods(spec, machine, accelerator)),
  );
}

/** Addresses of one node: its own, and a block of pods with twice as many as can run, rounded up to a power of two. */
export function gcpAddressesPerNode(maxPods: number): number {
  return 1 + podBlock(maxPods);
}

/** Addresses of the block that GKE gives a node: at least 16. */
export function podBlock(maxPods: number): number {
  return Math.max(16, 2 ** Math.ceil(Math.log2(maxPods * 2)));
}
