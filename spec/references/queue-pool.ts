import { formatPath } from "../path.ts";
import type { Rule } from "./rule.ts";

/** A queue admits work for its own pool only: other work would wait in it for ever. */
export const queueOfAnotherPool: Rule = {
  code: "queue-of-another-pool",
  severity: "error",
  title: "A workload's queue draws from the workload's pool.",
  source: "https://kueue.sigs.k8s.io/docs/concepts/cluster_queue/",
  violations: ({ workloads, orchestration }) =>
    (workloads ?? []).flatMap((workload, index) => {
      if (workload?.queue === undefined || !("pool" in workload)) return [];
      const queues = orchestration?.queues ?? [];
      const queue = queues.find((each) => each?.name === workload.queue);
      if (workload.pool === undefined || queue?.pool === undefined || queue.pool === workload.pool) return [];
      const path = ["workloads", index, "queue"];
      const fitting = queues.flatMap((each) =>
        each?.pool === workload.pool && each?.name !== undefined ? [each.name] : [],
      );
      return [
        {
          path,
          message: `${formatPath(path)} is ${workload.queue}, a queue of the pool ${queue.pool}; the workload runs on ${workload.pool}.`,
          got: workload.queue,
          allowed: fitting,
          hint:
            fitting.length > 0
              ? `Queues of ${workload.pool}: ${fitting.join(", ")}.`
              : `Add a queue for ${workload.pool}, or remove the line to use the pool's own.`,
        },
      ];
    }),
};
