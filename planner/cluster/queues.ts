import type { Environment } from "../../spec/schema/environment.ts";
import type { QueuePlan } from "../plan/cluster.ts";
import type { PoolPlan } from "../plan/pool.ts";

/** The queues of the file; where it names none, one for each pool that holds all of it. */
export function planQueues(
  { orchestration }: Pick<Environment, "orchestration">,
  pools: readonly PoolPlan[],
): QueuePlan[] {
  if (orchestration.queues.length > 0) {
    return orchestration.queues.map(({ name, pool, accelerators, borrow, preempt, priority }) => ({
      name,
      pool,
      accelerators,
      borrow,
      preempt,
      priority,
    }));
  }
  return pools.map(({ name, accelerators }) => ({
    name,
    pool: name,
    accelerators,
    borrow: false,
    preempt: false,
    priority: 0,
  }));
}
