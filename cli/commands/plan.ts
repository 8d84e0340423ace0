import { openCatalog } from "../../catalog/index.ts";
import { changeHazards } from "../../planner/change-hazards.ts";
import { diffPlans } from "../../planner/diff.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { CommonOptions } from "../options.ts";
import { planFile } from "../plan-file.ts";
import { showDifferences } from "../show/differences.ts";
import { showFindings } from "../show/findings.ts";
import { showPlan } from "../show/plan/index.ts";
import type { Streams } from "../streams.ts";
import { verdict } from "../verdict.ts";

export interface PlanOptions extends CommonOptions {
  /** Another environment file: then what changes from this one to that is shown. */
  readonly diff: string | undefined;
}

/**
 * The plan and its findings. `--json`: `{ plan, findings }`. With `--diff`: what changes to the other file, `differences`,
 * and that file's findings with what a cloud would refuse or replace where the first stands.
 */
export function plan(file: string, options: PlanOptions, streams: Streams): ExitCode {
  const catalog = openCatalog();
  const planned = planFile(file, catalog, options.now);
  const other = options.diff === undefined ? undefined : planFile(options.diff, catalog, options.now);
  const change =
    planned.plan === undefined || other?.plan === undefined
      ? undefined
      : {
          differences: diffPlans(planned.plan, other.plan),
          hazards: changeHazards(planned.plan, other.plan),
        };
  const findings = [...(other ?? planned).findings, ...(change?.hazards ?? [])];
  if (options.json) {
    const differences = change === undefined ? {} : { differences: change.differences };
    streams.out(`${JSON.stringify({ plan: planned.plan ?? null, findings, ...differences }, null, 2)}\n`);
  } else {
    if (change !== undefined)
      streams.out(showDifferences(file, other?.file ?? "", change.differences, streams.colour));
    else if (planned.plan !== undefined) streams.out(showPlan(planned.plan, streams.colour));
    streams.out(`\n${showFindings(other?.file ?? file, findings, streams.colour)}`);
  }
  return verdict(findings, options.strict);
}
