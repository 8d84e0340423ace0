import { runtime } from "@pulumi/pulumi";
import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import { cloudProgram } from "./pulumi/cloud-programs.ts";
import { layers, projectName, stackName } from "./pulumi/layer.ts";
import { type RecordedResource, Recorder } from "./pulumi/recorder.ts";
import { runLayer } from "./pulumi/run-layer.ts";

export type { RecordedResource };

/**
 * Every resource of a plan, of both stacks, as it would reach its provider: without an engine, an account or a network.
 * Ids and other values that only a deployment knows are stand-ins made of the resource's own name. One call at a time:
 * Pulumi's runtime is one a process.
 */
export async function synthesizePulumi(plan: EnvironmentPlan): Promise<readonly RecordedResource[]> {
  // Pulumi takes a stack trace for every resource and output: without it a synthesis costs a fraction.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const program = await cloudProgram(plan.cloud);
    const recorded: RecordedResource[] = [];
    const failures: unknown[] = [];
    let offered: Readonly<Record<string, unknown>> = {};
    for (const layer of layers) {
      const stack = stackName(plan.name, layer);
      const recorder = new Recorder(projectName, stack, offered, program?.answers);
      await runtime.setMocks(recorder, projectName, stack, false, "organization");
      const outputs = await runtime.runInPulumiStack(async () => {
        runtime.registerStackTransformation(recorder.note);
        // Pulumi's stack would let an error go by unhandled.
        return runLayer(plan, layer).catch((error: unknown) => {
          failures.push(error);
          return {};
        });
      });
      if (failures.length > 0) throw failures[0];
      offered = outputs ?? {};
      await runtime.disconnect();
      recorded.push(...recorder.resources);
    }
    return recorded;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
