import { type Input, interpolate } from "@pulumi/pulumi";
import type { GcpClusterPlan } from "../../planner/plan/gcp.ts";

/** Workload identity pool of the project: every cluster of a project has the same. */
export function workloadPool(
  { workloadPool: planned }: GcpClusterPlan,
  project: Input<string>,
): Input<string> {
  const [before, after] = planned.split("{account}");
  return after === undefined ? planned : interpolate`${before}${project}${after}`;
}
