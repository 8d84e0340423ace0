import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Config, getStack, log, RunError } from "@pulumi/pulumi";
import { openCatalog } from "../catalog/index.ts";
import { planFile } from "../cli/plan-file.ts";
import { showFindings } from "../cli/show/findings.ts";
import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import { layers, stackName } from "../stacks/pulumi/layer.ts";
import { runLayer } from "../stacks/pulumi/run-layer.ts";

/**
 * The Pulumi program: `pulumi config set engineroom:environment FILE`, `engineroom:layer data|cluster`, and optionally
 * `engineroom:now TIME`. Paths are those of the project's folder, as Pulumi starts the program in its own.
 * Findings that block leave nothing behind.
 */
export default async function program(): Promise<Record<string, unknown>> {
  const config = new Config("engineroom");
  const layer = layers.find((each) => each === config.require("layer"));
  if (layer === undefined) throw new RunError(`engineroom:layer is one of ${layers.join(", ")}`);
  const file = resolve(fileURLToPath(new URL("..", import.meta.url)), config.require("environment"));
  const plan = deployable(file, time(config.get("now")));
  const wanted = stackName(plan.name, layer);
  if (getStack() !== wanted)
    throw new RunError(`the ${layer} layer of ${file} is deployed as stack ${wanted}`);
  return { ...(await runLayer(plan, layer)) };
}

function time(now: string | undefined): number {
  const milliseconds = now === undefined ? Date.now() : Date.parse(now);
  if (Number.isNaN(milliseconds))
    throw new RunError(`engineroom:now=${now} is not a time such as 2026-11-23T12:00:00Z`);
  return milliseconds;
}

function deployable(file: string, now: number): EnvironmentPlan {
  const { plan, findings } = planFile(file, openCatalog(), now);
  const blocked = findings.some(({ severity }) => severity === "error");
  if (plan === undefined || blocked) throw new RunError(`\n${showFindings(file, findings, false)}`);
  if (plan.cloud === "aws") throw new RunError(`${file} is for aws: deploy it with cdk`);
  for (const { severity, message } of findings) if (severity === "warning") log.warn(message);
  return plan;
}
