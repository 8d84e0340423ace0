import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runtime } from "@pulumi/pulumi";
import { cloudFormationFacts, type Facts, pulumiFacts } from "../../../checks/index.ts";
import type { EnvironmentPlan } from "../../../planner/plan/index.ts";
import { cloudProgram } from "../../../stacks/pulumi/cloud-programs.ts";
import { layers, projectName, stackName } from "../../../stacks/pulumi/layer.ts";
import { type RecordedResource, Recorder } from "../../../stacks/pulumi/recorder.ts";
import { runLayer } from "../../../stacks/pulumi/run-layer.ts";
import { type SynthesizedStack, synthesizeAws } from "../../../stacks/synthesize.ts";

/** A resource in the same shape on every cloud. */
export interface CloudResource {
  readonly type: string;
  /** Logical id, or Pulumi name. */
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Whether removing its stack leaves it. */
  readonly kept: boolean;
}

/** An environment as synthesis shows it. */
export interface Synthesized {
  readonly plan: EnvironmentPlan;
  readonly resources: readonly CloudResource[];
  readonly facts: Facts;
  /** Outputs of all stacks, as text. */
  readonly handles: string;
}

/** Synthesizes a plan with the tool of its cloud, without an engine or an account. */
export async function synthesized(plan: EnvironmentPlan): Promise<Synthesized> {
  return plan.cloud === "aws" ? onAws(plan) : onPulumi(plan, plan.cloud);
}

function onAws(plan: EnvironmentPlan): Synthesized {
  const folder = mkdtempSync(join(tmpdir(), "engineroom-clouds-"));
  try {
    const stacks = synthesizeAws(plan, folder);
    return {
      plan,
      resources: stacks.flatMap(templateResources),
      facts: cloudFormationFacts(
        stacks.map(({ template }) => template),
        { region: plan.region, now: Date.parse(plan.plannedAt) },
      ),
      handles: JSON.stringify(stacks.map(({ template }) => template.Outputs)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function templateResources({ template }: SynthesizedStack): readonly CloudResource[] {
  return Object.entries(template.Resources ?? {}).map(([name, resource]) => ({
    type: resource.Type,
    name,
    properties: resource.Properties ?? {},
    kept: resource.DeletionPolicy?.startsWith("Retain") === true,
  }));
}

async function onPulumi(plan: EnvironmentPlan, cloud: "gcp" | "azure"): Promise<Synthesized> {
  const recorded: RecordedResource[] = [];
  const handles: Record<string, unknown> = {};
  let offered: Readonly<Record<string, unknown>> = {};
  Error.stackTraceLimit = 0;
  const program = await cloudProgram(cloud);
  for (const layer of layers) {
    const stack = stackName(plan.name, layer);
    const recorder = new Recorder(projectName, stack, offered, program?.answers);
    await runtime.setMocks(recorder, projectName, stack, false, "organization");
    const outputs = await runtime.runInPulumiStack(async () => {
      runtime.registerStackTransformation(recorder.note);
      return runLayer(plan, layer);
    });
    await runtime.disconnect();
    offered = outputs ?? {};
    handles[layer] = offered;
    recorded.push(...recorder.resources);
  }
  return {
    plan,
    resources: recorded.map(({ type, name, inputs, options }) => ({
      type,
      name,
      properties: inputs,
      kept: options?.protect === true || options?.retainOnDelete === true,
    })),
    facts: pulumiFacts(cloud, recorded, { region: plan.region, now: Date.parse(plan.plannedAt) }),
    handles: JSON.stringify(handles),
  };
}
