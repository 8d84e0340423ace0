import type { PoolPlan } from "../plan/pool.ts";

export interface PlannedPools {
  readonly pools: readonly PoolPlan[];
  /** Zones in use, the one that most pools share first. */
  readonly zones: readonly string[];
  readonly zonesReason: string;
}
