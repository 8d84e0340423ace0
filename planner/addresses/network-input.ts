import type { PoolPlan, StoragePlan, SystemPoolPlan } from "../plan/index.ts";

/** What stands in the network. */
export interface NetworkInput {
  /** Zones of the pools, the preferred one first. */
  readonly zones: readonly string[];
  readonly pools: readonly PoolPlan[];
  readonly systemPools: readonly SystemPoolPlan[];
  readonly storage: readonly StoragePlan[];
}
