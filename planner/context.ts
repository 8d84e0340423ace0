import type { Catalog } from "../catalog/catalog.ts";
import type { Finding, FindingKind, Occurrence } from "../spec/finding.ts";
import { finding } from "../spec/finding.ts";

/** What every stage is given besides its input. Stages return their result and report what they noticed. */
export interface PlanContext {
  readonly catalog: Catalog;
  /** Milliseconds since the epoch: the planner reads no clock. */
  readonly now: number;
  report(kind: FindingKind, occurrence: Occurrence): void;
}

/** A context together with the findings reported through it. */
export function planContext(catalog: Catalog, now: number): { context: PlanContext; findings: Finding[] } {
  const findings: Finding[] = [];
  return {
    findings,
    context: { catalog, now, report: (kind, occurrence) => findings.push(finding(kind, occurrence)) },
  };
}
