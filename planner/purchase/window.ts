import type { Catalog } from "../../catalog/catalog.ts";
import type { Machine } from "../../catalog/types.ts";
import type { PurchaseSpec } from "../../spec/schema/pool.ts";

const MINUTE = 60_000;

/** Nodes are lowered this long before they would be taken away, so that work can be saved. */
const DRAIN_MINUTES = 10;

/** When bought capacity can have nodes. Milliseconds since the epoch; `null`: always was, or without end. */
export interface Window {
  readonly start: number | null;
  /** When the capacity itself ends. */
  readonly end: number | null;
  /** When EC2 begins to take its nodes away, which is before the end. */
  readonly takenAt: number | null;
  /** When its nodes are lowered, so that they are gone by then. */
  readonly lowerAt: number | null;
  /** How long before the end EC2 itself begins to take nodes away. */
  readonly takenMinutesBefore: number;
}

/** Capacity without dates. */
export const ALWAYS: Window = { start: null, end: null, takenAt: null, lowerAt: null, takenMinutesBefore: 0 };

/**
 * EC2 takes a capacity block's nodes 30 minutes before its end, an UltraServer's 60.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/capacity-blocks-how.html
 */
export function windowOf(purchase: PurchaseSpec, machine: Machine, catalog: Catalog): Window {
  switch (purchase.kind) {
    case "capacity-block":
      return windowBetween(purchase, takenBefore(machine, catalog));
    case "reservation":
    case "calendar":
      return windowBetween(purchase, 0);
    case "on-demand":
    case "spot":
    case "flex-start":
    case "queued":
      return ALWAYS;
  }
}

/** Whether nodes can exist at a time. */
export function isOpen({ start, lowerAt }: Window, at: number): boolean {
  return (start === null || start <= at) && (lowerAt === null || at < lowerAt);
}

function windowBetween(
  dates: { readonly start?: string | undefined; readonly end?: string | undefined },
  takenMinutesBefore: number,
): Window {
  const end = dates.end === undefined ? null : Date.parse(dates.end);
  return {
    start: dates.start === undefined ? null : Date.parse(dates.start),
    end,
    takenAt: end === null ? null : end - takenMinutesBefore * MINUTE,
    lowerAt: end === null ? null : end - (takenMinutesBefore + DRAIN_MINUTES) * MINUTE,
    takenMinutesBefore,
  };
}

function takenBefore({ fabric }: Machine, catalog: Catalog): number {
  const layout = fabric.layout === null ? undefined : catalog.fabricLayout(fabric.layout);
  const ultraServer = layout !== undefined && layout.rackNodes !== null;
  const limit = ultraServer ? "ec2-capacity-block-ultraserver-end-minutes" : "ec2-capacity-block-end-minutes";
  return catalog.limit("aws", limit)?.value ?? 60;
}
