import type { Catalog } from "../../catalog/catalog.ts";
import type { Machine } from "../../catalog/types.ts";
import type { PoolSpec } from "../../spec/schema/pool.ts";
import type { PurchaseSpec } from "../../spec/schema/purchase.ts";
import { nodeCounts } from "../pools/node-counts.ts";
import { fill } from "./fill.ts";
import type { GroupSize } from "./schedule.ts";
import { type Window, windowOf } from "./window.ts";

/** What one purchase option supplies, and when. */
export interface OptionSize {
  readonly purchase: PurchaseSpec;
  /** `<pool>-<purchase>`, counted from the second of the same kind on. */
  readonly id: string;
  readonly nodes: number;
  /** Sizes of its agent pool while it may have nodes. */
  readonly full: GroupSize;
  readonly window: Window;
}

/** The options of a pool with what each supplies, and the most nodes that all supply at one time. */
export function optionSizes(
  spec: PoolSpec,
  machine: Machine,
  catalog: Catalog,
): { readonly sizes: readonly OptionSize[]; readonly together: number } {
  const windows = spec.purchase.map((purchase) => windowOf(purchase, machine, catalog));
  const { nodes, together } = fill(
    nodeCounts(spec).max,
    spec.purchase.map((purchase, index) => ({
      holds: "nodes" in purchase ? purchase.nodes : undefined,
      start: windows[index]?.start ?? null,
      end: windows[index]?.end ?? null,
    })),
  );
  const seen = new Map<string, number>();
  const sizes = spec.purchase.map((purchase, index): OptionSize => {
    const count = (seen.get(purchase.kind) ?? 0) + 1;
    seen.set(purchase.kind, count);
    const held = nodes[index] ?? 0;
    return {
      purchase,
      id: `${spec.name}-${purchase.kind}${count === 1 ? "" : `-${count}`}`,
      nodes: held,
      full: fullSize(spec, held, index === 0),
      window: windows[index] ?? windowOf({ kind: "on-demand" }, machine, catalog),
    };
  });
  return { sizes, together };
}

/** An option that supplies nothing still has an agent pool that can grow to the whole pool by hand. */
function fullSize(spec: PoolSpec, nodes: number, first: boolean): GroupSize {
  const counts = nodeCounts(spec);
  const max = nodes === 0 ? counts.max : nodes;
  if (!counts.elastic) return { min: nodes, desired: nodes, max };
  const min = first ? Math.min(counts.min, max) : 0;
  return { min, desired: min, max };
}
