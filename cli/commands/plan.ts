import { openCatalog } from "../../catalog/index.ts";
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

/** The plan and its findings. `--json`: `{ plan, findings }`, with `--diff` also `differences`. */
export function plan(file: string, options: PlanOptions, streams: Streams): ExitCode {
  const catalog = openCatalog();
  const planned = planFile(file, catalog, options.now);
  const other = options.diff === undefined ? undefined : planFile(options.diff, catalog, options.now);
  const differences =
    planned.plan === undefined || other?.plan === undefined ? undefined : diffPlans(planned.plan, other.plan);
  if (options.json) {
    const { plan: made = null, findings } = planned;
    streams.out(
      `${JSON.stringify({ plan: made, findings, ...(differences === undefined ? {} : { differences }) }, null, 2)}\n`,
    );
  } else if (other !== undefined) {
    if (differences !== undefined)
      streams.out(showDifferences(file, other.file, differences, streams.colour));
    streams.out(`\n${showFindings(other.file, other.findings, streams.colour)}`);
  } else {
    if (planned.plan !== undefined) streams.out(showPlan(planned.plan, streams.colour));
    streams.out(`\n${showFindings(file, planned.findings, streams.colour)}`);
  }
  return verdict([...planned.findings, ...(other?.findings ?? [])], options.strict);
}
