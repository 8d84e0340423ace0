/** One purchase option as far as filling goes. Times in milliseconds since the epoch; `null`: open. */
export interface Holder {
  /** Most nodes that it holds; `undefined`: as many as wanted. */
  readonly holds: number | undefined;
  readonly start: number | null;
  readonly end: number | null;
}

export interface Filling {
  /** Nodes that each option supplies, in order. */
  readonly nodes: readonly number[];
  /** Most nodes that all of them supply at one time. */
  readonly together: number;
}

/**
 * The first option takes what it can hold, later ones what is left. Options whose dates do not overlap do not share:
 * two blocks after one another supply the same nodes. An option without dates fills up beside all dated ones; it does
 * not stand in for them while they have not begun.
 */
export function fill(wanted: number, holders: readonly Holder[]): Filling {
  const nodes: number[] = [];
  for (const [index, holder] of holders.entries()) {
    const open = wanted - mostTogether(holders.slice(0, index), nodes, holder);
    nodes.push(Math.max(0, Math.min(open, holder.holds ?? open)));
  }
  return { nodes, together: mostTogether(holders, nodes, { start: null, end: null }) };
}

interface Span {
  readonly start: number | null;
  readonly end: number | null;
}

/** Most nodes at one time within a span. The number only grows where an option begins. */
function mostTogether(holders: readonly Span[], nodes: readonly number[], within: Span): number {
  const begins = holders.map(startOf).filter((time) => contains(within, time));
  return Math.max(
    0,
    ...[startOf(within), ...begins].map((time) =>
      holders.reduce((sum, holder, index) => (contains(holder, time) ? sum + (nodes[index] ?? 0) : sum), 0),
    ),
  );
}

function startOf({ start }: Span): number {
  return start ?? Number.NEGATIVE_INFINITY;
}

function contains({ start, end }: Span, time: number): boolean {
  return (start ?? Number.NEGATIVE_INFINITY) <= time && time < (end ?? Number.POSITIVE_INFINITY);
}
