import type { CostItem, CostPlan } from "../plan/figures.ts";
import { type CostLine, HOURS_PER_MONTH } from "./cost-line.ts";

/** Adds lines up: what has no known price, and what is paid by use, is listed and left out of the totals. */
export function costPlan(lines: readonly CostLine[]): CostPlan {
  const usdPerHour = total(lines.map((line) => line.usdPerHour));
  return {
    usdPerHour: cents(usdPerHour),
    usdPerMonth: cents(usdPerHour * HOURS_PER_MONTH),
    usdPerHourIdle: cents(total(lines.map((line) => line.idleUsdPerHour))),
    items: lines.map(toItem),
    unknown: lines.filter(({ usdPerHour: usd, byUse }) => usd === null && !byUse).map(({ name }) => name),
    byUse: lines.filter(({ byUse }) => byUse).map(({ name }) => name),
  };
}

function toItem({ idleUsdPerHour: _, byUse: __, ...item }: CostLine): CostItem {
  return { ...item, usdPerHour: item.usdPerHour === null ? null : fine(item.usdPerHour) };
}

function total(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function cents(usd: number): number {
  return Math.round(usd * 100) / 100;
}

/** Small items stay visible: to a hundredth of a cent. */
function fine(usd: number): number {
  return Math.round(usd * 10_000) / 10_000;
}
