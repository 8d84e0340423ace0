import type { Catalog } from "../catalog/catalog.ts";
import type { EnvironmentPlan } from "../planner/plan/index.ts";
import { planEnvironment } from "../planner/plan-environment.ts";
import type { Finding } from "../spec/finding.ts";
import type { LoadedEnvironment } from "../spec/load.ts";
import { located, readEnvironment } from "./read-environment.ts";

export interface PlannedFile {
  readonly file: string;
  /** Absent when a finding made planning impossible. */
  readonly plan: EnvironmentPlan | undefined;
  readonly findings: readonly Finding[];
}

/** File → findings → plan. */
export function planFile(file: string, catalog: Catalog, now: number): PlannedFile {
  const loaded = readEnvironment(file);
  if (loaded.environment === undefined) {
    const findings = [...loaded.findings, ...furtherErrors(loaded, catalog, now)].toSorted(byPosition);
    return { file, plan: undefined, findings };
  }
  const { plan, findings } = planEnvironment(loaded.environment, { catalog, now });
  return { file, plan, findings: [...loaded.findings, ...located(findings, loaded)] };
}

/** Errors of the parts that were understood, so that they need not wait until all others are mended. */
function furtherErrors(loaded: LoadedEnvironment, catalog: Catalog, now: number): readonly Finding[] {
  const part = loaded.understood();
  if (part === undefined) return [];
  const { findings } = planEnvironment(part.environment, { catalog, now });
  const further = findings
    .filter(({ severity }) => severity === "error")
    .map((each) => ({ ...each, path: part.written(each.path) }))
    .filter(({ path }) => path.length > 0 && !part.isTouched(path));
  return located(further, loaded);
}

function byPosition(a: Finding, b: Finding): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
