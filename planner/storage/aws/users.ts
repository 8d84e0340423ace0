import type { Environment } from "../../../spec/schema/environment.ts";
import type { WorkloadSpec } from "../../../spec/schema/workload.ts";
import type { PoolPlan } from "../../plan/pool.ts";

/** Who works with a storage. */
export interface StorageUsers {
  /** Workloads that name it. */
  readonly workloads: readonly WorkloadSpec[];
  /** Pools of these workloads; every pool where no workload with a pool names it. */
  readonly pools: readonly PoolPlan[];
}

export function storageUsers(
  storage: string,
  environment: Environment,
  pools: readonly PoolPlan[],
): StorageUsers {
  const workloads = environment.workloads.filter((workload) => uses(workload, storage));
  const names = new Set(workloads.flatMap(poolsOf));
  const named = pools.filter(({ name }) => names.has(name));
  return { workloads, pools: named.length > 0 ? named : pools };
}

/** Whether a workload reads from or writes to a storage. */
export function uses(workload: WorkloadSpec, storage: string): boolean {
  return (
    ("reads" in workload && workload.reads === storage) ||
    ("writes" in workload && workload.writes === storage)
  );
}

/**
 * Zone to stand in (AWS: zone id): that of the pool with the most accelerators, where its first option with nodes is.
 * `null` where no zone is known.
 */
export function zoneBeside(pools: readonly PoolPlan[]): string | null {
  const largest = pools.reduce<PoolPlan | undefined>(
    (best, pool) => (best === undefined || pool.accelerators > best.accelerators ? pool : best),
    undefined,
  );
  const option = largest?.options.find(({ nodes }) => nodes > 0) ?? largest?.options[0];
  return option?.zones[0] ?? null;
}

function poolsOf(workload: WorkloadSpec): readonly string[] {
  return workload.kind === "data"
    ? workload.steps.flatMap(({ pool }) => (pool === undefined ? [] : [pool]))
    : [workload.pool];
}
