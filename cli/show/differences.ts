import type { PlanChange } from "../../planner/diff.ts";
import { painter } from "../streams.ts";
import { plural } from "./figures.ts";

/** What changes from one plan to the other, a line each. */
export function showDifferences(
  from: string,
  to: string,
  differences: readonly PlanChange[],
  colour: boolean,
): string {
  const paint = painter(colour);
  const lines = differences.map(({ path, before, after }) => {
    if (before === undefined) return `  ${paint("green", "+")} ${path.join(".")}: ${short(after)}`;
    if (after === undefined) return `  ${paint("red", "-")} ${path.join(".")}: ${short(before)}`;
    return `  ${paint("yellow", "~")} ${path.join(".")}: ${short(before)} → ${short(after)}`;
  });
  return `${[paint("bold", `${from} → ${to}: ${plural(differences.length, "difference")}`), ...lines].join("\n")}\n`;
}

function short(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
