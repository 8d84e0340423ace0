import type { Finding, Severity } from "../spec/finding.ts";

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Errors first, then by place in the file, then by code: the same for the same findings, however they came about. */
export function orderFindings(findings: readonly Finding[]): Finding[] {
  return findings
    .map((each) => ({ each, key: each.path.map(placeKey).join("/") }))
    .sort(
      (a, b) =>
        RANK[a.each.severity] - RANK[b.each.severity] ||
        compareText(a.key, b.key) ||
        compareText(a.each.code, b.each.code) ||
        compareText(a.each.message, b.each.message),
    )
    .map(({ each }) => each);
}

/** Numbers sort as numbers. */
function placeKey(part: string | number): string {
  return typeof part === "number" ? String(part).padStart(6, "0") : part;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
