import type { Catalog } from "../../catalog/catalog.ts";
import type { CostItem } from "../plan/figures.ts";
import { type CostLine, steadyLine, type UnitPrice } from "./cost-line.ts";

/** A price of Azure in USD per unit, `null` where no source has it for the region. */
export function azurePrice(catalog: Catalog, service: string, region: string): UnitPrice {
  const found = catalog.servicePrice("azure", service, region);
  const usd = found?.usd ?? null;
  return {
    usd,
    unit: found?.row.unit.replaceAll("-", " ") ?? "hour",
    source: usd === null ? null : (found?.row.source ?? null),
    date: usd === null ? null : (found?.row.date ?? null),
  };
}

/** A number of things that are paid by the hour. */
export function azureHourly(
  name: string,
  category: CostItem["category"],
  count: number,
  price: UnitPrice,
  region: string,
): CostLine {
  const note = price.usd === null ? `no source has the price in ${region}` : null;
  return steadyLine(name, category, price.usd === null ? null : count * price.usd, price, note);
}
