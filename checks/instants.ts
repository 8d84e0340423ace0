const DAY = 24 * 60 * 60 * 1000;

/** Milliseconds since the epoch; `undefined` for what is no time. */
export function instant(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** Days between two times, with fractions. */
export function daysBetween(from: number, to: number): number {
  return (to - from) / DAY;
}

export function showDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
