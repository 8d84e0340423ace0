import { z } from "zod";
import { count, duration, label } from "./primitives.ts";

const model = z
  .union([
    z.string().min(1).describe("Catalog id or alias of a model, for example llama-3.1-8b."),
    z.strictObject({ from: z.string().describe("The workload whose result this is.") }),
    z.strictObject({
      hub: z
        .string()
        .regex(/^[\w.-]+\/[\w.-]+$/)
        .describe("Model hub repository, org/name."),
      secret: z.string().optional().describe("Name of the secret that holds the hub token."),
    }),
  ])
  .describe("The model: a catalog name, the result of another workload, or a hub repository.");

const own = {
  image: z.string().min(1).optional().describe("Container image in place of the runtime's own."),
  command: z.array(z.string()).optional().describe("Command of the container."),
  env: z.record(z.string(), z.string()).default({}).describe("Environment variables."),
  secrets: z
    .record(z.string(), z.string())
    .default({})
    .describe("Environment variables taken from secrets: NAME: secret/key."),
};

const base = {
  name: label.max(40).describe("Name of the workload, unique in the file."),
  after: z.array(z.string()).default([]).describe("Workloads that must have finished."),
  queue: z.string().optional().describe("Queue it is submitted to. Default: the pool's own."),
  ...own,
};

const step = z.strictObject({
  name: label,
  image: z.string().min(1),
  command: z.array(z.string()).optional(),
  cpus: z.number().positive().default(1).describe("CPUs in total."),
  memoryGiB: z.number().positive().optional(),
  accelerators: z.number().nonnegative().default(0),
  pool: z.string().optional(),
  after: z.array(z.string()).default([]),
  env: z.record(z.string(), z.string()).default({}),
  secrets: z.record(z.string(), z.string()).default({}),
});

const training = {
  pool: z.string().describe("The pool it runs on."),
  nodes: count.optional().describe("Nodes it takes. Default: the whole pool."),
  reads: z.string().optional().describe("Storage that the data comes from."),
  writes: z.string().optional().describe("Storage for checkpoints and results. Default: planned."),
  tokens: z.number().positive().optional().describe("Tokens to train on."),
  sequenceLength: z.int().positive().default(8192).describe("Tokens in a sequence."),
  globalBatch: z
    .int()
    .positive()
    .optional()
    .describe("Sequences in a step over all accelerators. Default: planned."),
  precision: z.enum(["bf16", "fp8", "fp4"]).default("bf16"),
  deadline: duration.optional().describe("Longest acceptable duration."),
  checkpoint: z
    .strictObject({ every: duration.optional(), keep: count.optional() })
    .optional()
    .describe("Checkpoints. Default: planned from the failure rate."),
};

export const workload = z
  .discriminatedUnion("kind", [
    z
      .strictObject({
        ...base,
        kind: z.literal("data"),
        runtime: z.enum(["argo", "ray", "spark"]).default("argo"),
        reads: z.string(),
        writes: z.string(),
        schedule: z.string().optional().describe("Cron expression. Default: once."),
        steps: z.array(step).min(1),
      })
      .describe("A pipeline of steps over the storage."),
    z
      .strictObject({
        ...base,
        kind: z.literal("training"),
        runtime: z.enum(["torchtitan", "megatron", "neuronx-distributed", "maxtext"]).optional(),
        model,
        ...training,
      })
      .describe("Pre-training."),
    z
      .strictObject({
        ...base,
        kind: z.literal("fine-tuning"),
        runtime: z.enum(["torchtune", "trl", "axolotl", "neuronx-distributed", "maxtext"]).optional(),
        model,
        method: z.enum(["full", "lora", "qlora"]).default("lora"),
        ...training,
      })
      .describe("Fine-tuning of a model."),
    z
      .strictObject({
        ...base,
        kind: z.literal("evaluation"),
        runtime: z.enum(["lm-evaluation-harness"]).optional(),
        model,
        pool: z.string(),
        tasks: z
          .array(z.string())
          .default([])
          .describe("Benchmarks to run. Default: the runtime's own selection."),
      })
      .describe("Evaluation of a model."),
    z
      .strictObject({
        ...base,
        kind: z.literal("serving"),
        runtime: z.enum(["vllm", "sglang", "tensorrt-llm", "neuron", "jetstream"]).optional(),
        model,
        pool: z.string(),
        precision: z.enum(["bf16", "fp8", "int8", "int4", "fp4"]).default("bf16"),
        contextLength: z
          .int()
          .positive()
          .optional()
          .describe("Longest context served. Default: the traffic's, at most the model's."),
        replicas: z.union([count, z.strictObject({ min: z.int().min(0), max: count })]).optional(),
        traffic: z
          .strictObject({
            requestsPerSecond: z.number().positive(),
            inputTokens: z.int().positive(),
            outputTokens: z.int().positive(),
          })
          .optional(),
        objective: z
          .strictObject({
            ttftMs: z.number().positive().optional(),
            tpotMs: z.number().positive().optional(),
          })
          .optional(),
        disaggregated: z.boolean().default(false).describe("Prefill and decode on separate replicas."),
        expose: z
          .strictObject({
            host: z.string().min(1),
            authentication: z.enum(["oidc", "api-key", "none"]).default("oidc"),
          })
          .optional()
          .describe("Make it reachable from outside. Default: inside the network only."),
      })
      .describe("Serving a model."),
  ])
  .describe("Work that runs on the pools.");

export type WorkloadSpec = z.output<typeof workload>;
