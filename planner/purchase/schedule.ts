import type { ScheduledSize } from "../plan/pool.ts";
import { isOpen, type Window } from "./window.ts";

/** Sizes of a node group. */
export interface GroupSize {
  readonly min: number;
  readonly desired: number;
  readonly max: number;
}

/** The size of a group at a time: nothing before its capacity begins, after it is lowered, and after expiry. */
export function sizeAt(full: GroupSize, window: Window, at: number, expiresAt: string | null): GroupSize {
  const expired = expiresAt !== null && Date.parse(expiresAt) <= at;
  return isOpen(window, at) && !expired ? full : nothing(full);
}

/**
 * What the cloud's scheduler does to a group after `now`: raise it when its capacity begins, lower it before that ends,
 * stop it when the environment's lifetime does. A change that another one before it makes pointless is left out.
 */
export function scheduleOf(
  full: GroupSize,
  window: Window,
  now: number,
  expiresAt: string | null,
): readonly ScheduledSize[] {
  const { start, lowerAt, takenMinutesBefore } = window;
  const expiry = expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt);
  const last = Math.min(lowerAt ?? Number.POSITIVE_INFINITY, expiry);
  if (last <= now || (start !== null && start >= last)) return [];
  const stop: readonly ScheduledSize[] =
    expiresAt !== null && expiry <= last
      ? [{ id: "expire", at: iso(expiry), ...nothing(full), reason: "the environment's lifetime ends" }]
      : lowerAt === null
        ? []
        : [{ id: "lower", at: iso(lowerAt), ...nothing(full), reason: lowerReason(takenMinutesBefore) }];
  const raises = start !== null && start > now && full.desired > 0;
  return [
    ...(raises ? [{ id: "raise", at: iso(start), ...full, reason: "the capacity begins" }] : []),
    ...stop,
  ];
}

/** RFC 3339 in UTC, to the second. */
export function iso(time: number): string {
  return `${new Date(time).toISOString().slice(0, "2027-03-01T11:30:00".length)}Z`;
}

function nothing({ max }: GroupSize): GroupSize {
  return { min: 0, desired: 0, max };
}

function lowerReason(takenMinutesBefore: number): string {
  return takenMinutesBefore === 0
    ? "the capacity ends soon"
    : `the capacity ends soon: EC2 takes its nodes ${takenMinutesBefore} minutes before`;
}
