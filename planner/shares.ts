import type { FindingKind } from "../spec/finding.ts";
import type { Environment } from "../spec/schema/environment.ts";
import type { PlanContext } from "./context.ts";
import type { PoolPlan } from "./plan/pool.ts";

export const queuesOverPool: FindingKind = {
  code: "queues-over-pool",
  severity: "error",
  title: "The queues of a pool together promise no more accelerators than it has at full size.",
  source: "https://github.com/project-codeflare/mlbatch/pull/69",
};

export const workloadOverPool: FindingKind = {
  code: "workload-over-pool",
  severity: "error",
  title: "A workload asks for no more nodes than its pool has at full size: all start together or none.",
  source: "https://kueue.sigs.k8s.io/docs/concepts/workload/",
};

export const shareFindingKinds: readonly FindingKind[] = [queuesOverPool, workloadOverPool];

/** Whether what queues promise and workloads ask for fits into the planned pools. */
export function checkShares(
  environment: Environment,
  pools: readonly PoolPlan[],
  context: PlanContext,
): void {
  const byName = new Map(pools.map((pool) => [pool.name, pool]));
  const promised = Map.groupBy(environment.orchestration.queues.entries(), ([, queue]) => queue.pool);
  for (const [name, queues] of promised) {
    const pool = byName.get(name);
    const sum = queues.reduce((total, [, { accelerators }]) => total + accelerators, 0);
    const last = queues.at(-1);
    if (pool === undefined || last === undefined || sum <= pool.accelerators) continue;
    context.report(queuesOverPool, {
      path: ["orchestration", "queues", last[0], "accelerators"],
      message: `The queues of ${name} promise ${sum} accelerators together, and the pool has ${pool.accelerators}.`,
      got: sum,
      allowed: `${pool.accelerators} or fewer`,
      hint: "Lower the shares, or add nodes; borrow: true lets a queue use what others leave idle.",
    });
  }
  for (const [index, workload] of environment.workloads.entries()) {
    if (!("nodes" in workload) || workload.nodes === undefined) continue;
    const pool = byName.get(workload.pool);
    if (pool === undefined || workload.nodes <= pool.nodes) continue;
    context.report(workloadOverPool, {
      path: ["workloads", index, "nodes"],
      message: `${workload.name} asks for ${workload.nodes} nodes, and ${workload.pool} has ${pool.nodes} at full size: it would wait for ever.`,
      got: workload.nodes,
      allowed: `${pool.nodes} or fewer`,
      hint: `Set nodes: ${pool.nodes}, leave it out to take the whole pool, or make the pool larger.`,
    });
  }
}
