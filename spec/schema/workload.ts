import { z } from "zod";
import { evaluation, fineTuning, serving, training } from "./model-workloads.ts";
import { identifier, image, label, secretVariables, variables } from "./primitives.ts";
import { workloadBase } from "./workload-base.ts";

const step = z
  .strictObject({
    name: label.describe("Name of the step, unique in the workload."),
    image: image.describe("Container image."),
    command: z.array(z.string()).optional().describe("Command of the container. Default: the image's own."),
    cpus: z.number().positive().max(1_000_000).default(1).describe("CPUs in total."),
    memoryGiB: z.number().positive().optional().describe("Memory in total, GiB. Default: planned."),
    accelerators: z.number().nonnegative().max(1_000_000).default(0).describe("Accelerators in total."),
    pool: identifier.optional().describe("The pool it runs on. Default: CPU nodes, or the only pool."),
    after: z.array(identifier).default([]).describe("Steps of this workload that must have finished."),
    env: variables.default({}).describe("Environment variables."),
    secrets: secretVariables
      .default({})
      .describe("Environment variables taken from secrets: NAME: secret/key."),
  })
  .describe("One step of a pipeline.");

const data = z
  .strictObject({
    ...workloadBase,
    kind: z.literal("data").describe("A pipeline of steps over the storage."),
    runtime: z.enum(["argo", "ray", "spark"]).default("argo").describe("What runs the steps."),
    reads: identifier.describe("Storage that the data comes from."),
    writes: identifier.describe("Storage that the results go to."),
    schedule: z
      .string()
      .regex(/^(\S+ ){4}\S+$/, "five fields of a cron expression, for example 0 3 * * *")
      .optional()
      .describe("Cron expression. Default: once."),
    steps: z.array(step).min(1).describe("The steps."),
  })
  .describe("A pipeline of steps over the storage.");

export const workload = z
  .discriminatedUnion("kind", [data, training, fineTuning, evaluation, serving])
  .describe("Work that runs on the pools.");

export type WorkloadSpec = z.output<typeof workload>;
