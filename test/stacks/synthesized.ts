import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EnvironmentPlan } from "../../planner/plan/index.ts";
import {
  type CloudFormationTemplate,
  type SynthesizeOptions,
  synthesizeAws,
} from "../../stacks/synthesize.ts";

/** Templates of a plan's stacks by their part: `data`, `storage`, `cluster`. Leaves no files behind. */
export function templatesOf(
  plan: EnvironmentPlan,
  options?: SynthesizeOptions,
): Record<string, CloudFormationTemplate> {
  const folder = mkdtempSync(join(tmpdir(), "engineroom-"));
  try {
    const stacks = synthesizeAws(plan, folder, options);
    return Object.fromEntries(
      stacks.map(({ stackName, template }) => [stackName.slice(plan.name.length + 1), template]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
