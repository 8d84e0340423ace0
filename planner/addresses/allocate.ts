import { type Range, sizeOf } from "./ipv4.ts";

/** Somebody who wants a range of this prefix length. */
export interface RangeRequest {
  readonly id: string;
  readonly prefix: number;
}

/**
 * Gives every request a range of its own inside the blocks, or `undefined` when they do not all fit.
 * The largest come first, requests of equal size in the order given: ranges are powers of two, so each begins where the
 * one before ended, aligned and without a gap, and whatever fits by size fits.
 */
export function allocate(
  blocks: readonly Range[],
  requests: readonly RangeRequest[],
): ReadonlyMap<string, Range> | undefined {
  const given = new Map<string, Range>();
  const cursors = blocks.map(({ start }) => start);
  for (const { id, prefix } of requests.toSorted((a, b) => a.prefix - b.prefix)) {
    const size = sizeOf(prefix);
    const index = blocks.findIndex(
      (block, at) => (cursors[at] ?? 0) + size <= block.start + sizeOf(block.prefix),
    );
    const start = cursors[index];
    if (start === undefined) return undefined;
    given.set(id, { start, prefix });
    cursors[index] = start + size;
  }
  return given;
}
