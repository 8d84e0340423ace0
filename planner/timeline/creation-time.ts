import type { Catalog } from "../../catalog/catalog.ts";
import type { StackStep } from "./schedule.ts";

/** How long a resource takes: by type and variant where that is known, else by type. */
export function creationOf(
  catalog: Catalog,
  type: string,
  variant?: string,
): Pick<StackStep, "type" | "minutes" | "source"> {
  const exact = variant === undefined ? undefined : catalog.creationTime(`${type}#${variant}`);
  const found = exact ?? catalog.creationTime(type);
  return {
    type: variant === undefined ? type : `${type}#${variant}`,
    minutes: found?.minutes ?? null,
    source: found?.source ?? null,
  };
}
