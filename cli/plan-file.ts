import type { Catalog } from "../catalog/catalog.ts";
import type { EnvironmentPlan } from "../planner/plan/index.ts";
import { planEnvironment } from "../planner/plan-environment.ts";
import type { Finding } from "../spec/finding.ts";
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
  if (loaded.environment === undefined) return { file, plan: undefined, findings: loaded.findings };
  const { plan, findings } = planEnvironment(loaded.environment, { catalog, now });
  return { file, plan, findings: [...loaded.findings, ...located(findings, loaded)] };
}
