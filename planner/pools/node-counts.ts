import type { PoolSpec } from "../../spec/schema/pool.ts";

export interface NodeCounts {
  readonly min: number;
  readonly max: number;
  readonly elastic: boolean;
}

/** The least and the most nodes of a pool. `{ min: 4, max: 4 }` is a fixed pool. */
export function nodeCounts({ nodes }: Pick<PoolSpec, "nodes">): NodeCounts {
  if (typeof nodes === "number") return { min: nodes, max: nodes, elastic: false };
  const max = Math.max(nodes.min, nodes.max);
  return { min: nodes.min, max, elastic: nodes.min < max };
}
