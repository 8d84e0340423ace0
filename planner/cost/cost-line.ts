import type { Catalog } from "../../catalog/catalog.ts";
import type { CloudName } from "../../catalog/types.ts";
import type { CostItem } from "../plan/figures.ts";

/** Hours of a month, as clouds count them. */
export const HOURS_PER_MONTH = 730;

/** An item of the bill, and what it costs when elastic pools are at their smallest. */
export interface CostLine extends CostItem {
  readonly idleUsdPerHour: number | null;
  /** Paid by use that no plan can know. */
  readonly byUse: boolean;
}

/** Where a line's price comes from. */
export interface PriceOrigin {
  readonly source: string | null;
  readonly date: string | null;
}

/** A price of the catalog in USD per unit, `null` where it is unknown. */
export interface UnitPrice extends PriceOrigin {
  readonly usd: number | null;
  readonly unit: string;
}

export function unitPrice(
  catalog: Catalog,
  service: string,
  region: string,
  cloud: CloudName = "aws",
): UnitPrice {
  const found = catalog.servicePrice(cloud, service, region);
  return {
    usd: found?.usd ?? null,
    unit: found?.row.unit.replaceAll("-", " ") ?? "hour",
    source: found?.row.source ?? null,
    date: found?.row.date ?? null,
  };
}

/** A line that costs the same every hour. */
export function steadyLine(
  name: string,
  category: CostItem["category"],
  usdPerHour: number | null,
  { source, date }: PriceOrigin,
  note: string | null = null,
): CostLine {
  return { name, category, usdPerHour, source, date, note, idleUsdPerHour: usdPerHour, byUse: false };
}

/** A line that is paid by use: its unit price is said. */
export function useLine(
  name: string,
  category: CostItem["category"],
  { usd, unit, source, date }: UnitPrice,
  of: string,
): CostLine {
  const price = usd === null ? "at a price that no source has for the region" : `USD ${usd} per ${unit}`;
  return {
    name,
    category,
    usdPerHour: null,
    source,
    date,
    note: `Paid by use, ${price}: ${of}.`,
    idleUsdPerHour: null,
    byUse: true,
  };
}

/** Price of a number of units that are paid by the month, per hour. */
export function monthly(units: number, price: UnitPrice): number | null {
  return price.usd === null ? null : (units * price.usd) / HOURS_PER_MONTH;
}
