import { gcpName } from "../names/gcp.ts";
import type { GcpNodePoolPlan } from "../plan/gcp-pool.ts";
import type { GroupSize } from "./schedule.ts";

/** Longest name of a node pool. https://cloud.google.com/kubernetes-engine/docs/concepts/node-pools */
const LONGEST = 40;

export interface NodePoolsInput {
  readonly optionId: string;
  /** Sizes of the whole option, now. */
  readonly size: GroupSize;
  readonly zones: readonly string[];
  /** Nodes that stand in one node pool at most: those of a slice or of a rack; `null`: any number. */
  readonly unitNodes: number | null;
  /** Whether a unit is all or nothing: a slice is, a rack is not. */
  readonly whole: boolean;
  readonly reservationValue: string | null;
}

/** The node pools of an option: one, or one for each slice or rack, because each stands by its own. */
export function nodePoolsOf(input: NodePoolsInput): readonly GcpNodePoolPlan[] {
  const { optionId, size, zones, unitNodes, reservationValue } = input;
  const units = unitNodes === null || unitNodes === 1 ? 1 : Math.max(1, Math.ceil(size.max / unitNodes));
  return Array.from({ length: units }, (_, index) => ({
    id: gcpName(units === 1 ? optionId : `${optionId}-${index + 1}`, LONGEST),
    size: units === 1 ? size : shareOf(input, index),
    zones,
    reservationValue,
  }));
}

/** What the unit at `index` has of the option's nodes: earlier units fill first. */
function shareOf({ size, unitNodes, whole }: NodePoolsInput, index: number): GroupSize {
  const unit = unitNodes ?? size.max;
  const part = (total: number): number => {
    const left = Math.max(0, total - index * unit);
    return whole && left < unit ? 0 : Math.min(unit, left);
  };
  return { min: part(size.min), desired: part(size.desired), max: whole ? unit : part(size.max) };
}
