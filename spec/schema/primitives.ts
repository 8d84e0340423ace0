import { z } from "zod";

/** `14d`, `36h`, `90m`, `2w`. */
export const duration = z
  .string()
  .regex(/^[1-9]\d*(m|h|d|w)$/, "a whole number followed by m, h, d or w, for example 14d");

/** RFC 3339 time in UTC or with an offset, to the second. */
export const instant = z.iso.datetime({ offset: true });

/** Lower-case DNS label (RFC 1123), starting with a letter because several clouds require it. */
export const label = z
  .string()
  .regex(
    /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
    "lower-case letters, digits and hyphens, starting with a letter, at most 63 characters",
  );

export const cidr = z.cidrv4();

/** A count of whole things, at least one. */
export const count = z.int().min(1).max(100_000);

const MINUTES = { m: 1, h: 60, d: 24 * 60, w: 7 * 24 * 60 } as const;

/** Minutes in a duration such as `14d`. The text must have passed the `duration` schema. */
export function durationMinutes(text: string): number {
  const unit = text.at(-1) as keyof typeof MINUTES;
  return Number.parseInt(text, 10) * MINUTES[unit];
}
