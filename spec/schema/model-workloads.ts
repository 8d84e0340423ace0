import { z } from "zod";
import { count, duration, hostName, identifier } from "./primitives.ts";
import { workloadBase } from "./workload-base.ts";

const model = z
  .union([
    identifier.describe("Catalog id or alias of a model, for example llama-3.1-8b."),
    z
      .strictObject({ from: identifier.describe("The workload whose result this is.") })
      .describe("The result of another workload."),
    z
      .strictObject({
        hub: z
          .string()
          .regex(/^[\w.-]+\/[\w.-]+$/, "org/name, for example meta-llama/Llama-3.1-8B")
          .describe("Model hub repository, org/name."),
        secret: identifier
          .optional()
          .describe("Name of the secret that holds the hub token. Default: none, for public repositories."),
      })
      .describe("A repository of a model hub."),
  ])
  .describe("The model: a catalog name, { from: workload }, or { hub: org/name, secret: name }.");

const pool = identifier.describe("The pool it runs on.");

const checkpoint = z
  .strictObject({
    every: duration.optional().describe("Time between checkpoints. Default: planned from the failure rate."),
    keep: count.optional().describe("Checkpoints that are kept. Default: planned."),
  })
  .describe("Checkpoints. Default: planned from the failure rate.");

const optimization = {
  pool,
  nodes: count.optional().describe("Nodes it takes. Default: the whole pool."),
  reads: identifier
    .optional()
    .describe("Storage that the data comes from. Default: none; the runtime's own data set."),
  writes: identifier.optional().describe("Storage for checkpoints and results. Default: planned."),
  tokens: z
    .number()
    .positive()
    .max(1e18)
    .optional()
    .describe("Tokens to train on. Default: one pass over the data."),
  sequenceLength: z.int().positive().max(16_777_216).default(8192).describe("Tokens in a sequence."),
  globalBatch: z
    .int()
    .positive()
    .optional()
    .describe("Sequences in a step over all accelerators. Default: planned."),
  precision: z.enum(["bf16", "fp8", "fp4"]).default("bf16").describe("Precision of the arithmetic."),
  deadline: duration.optional().describe("Longest acceptable duration. Default: none."),
  checkpoint: checkpoint.optional(),
};

export const training = z
  .strictObject({
    ...workloadBase,
    kind: z.literal("training").describe("Pre-training."),
    runtime: z
      .enum(["torchtitan", "megatron", "neuronx-distributed", "maxtext"])
      .optional()
      .describe("What runs it. Default: a public runtime that fits the accelerator, pinned."),
    model,
    ...optimization,
  })
  .describe("Pre-training.");

export const fineTuning = z
  .strictObject({
    ...workloadBase,
    kind: z.literal("fine-tuning").describe("Fine-tuning of a model."),
    runtime: z
      .enum(["torchtune", "trl", "axolotl", "neuronx-distributed", "maxtext"])
      .optional()
      .describe("What runs it. Default: a public runtime that fits the accelerator, pinned."),
    model,
    method: z.enum(["full", "lora", "qlora"]).default("lora").describe("What is trained."),
    ...optimization,
  })
  .describe("Fine-tuning of a model.");

export const evaluation = z
  .strictObject({
    ...workloadBase,
    kind: z.literal("evaluation").describe("Evaluation of a model."),
    runtime: z
      .enum(["lm-evaluation-harness"])
      .optional()
      .describe("What runs it. Default: lm-evaluation-harness, pinned."),
    model,
    pool,
    tasks: z
      .array(identifier)
      .default([])
      .describe("Benchmarks to run. When empty: the runtime's own selection."),
  })
  .describe("Evaluation of a model.");

const traffic = z
  .strictObject({
    requestsPerSecond: z.number().positive().describe("Requests per second at the peak."),
    inputTokens: z.int().positive().describe("Tokens of a usual request."),
    outputTokens: z.int().positive().describe("Tokens of a usual answer."),
  })
  .describe("What has to be served. Default: unknown; figures are then at saturation.");

const objective = z
  .strictObject({
    ttftMs: z.number().positive().optional().describe("Time to the first token, ms. Default: no limit."),
    tpotMs: z.number().positive().optional().describe("Time per further token, ms. Default: no limit."),
  })
  .describe("How fast answers must be. Default: no limits.");

const replicas = z
  .union([
    count.describe("A fixed number."),
    z
      .strictObject({
        min: z.int().min(0).max(100_000).describe("Never fewer than this many."),
        max: count.describe("Never more than this many."),
      })
      .describe("Replicas come and go with the traffic."),
  ])
  .describe("Replicas: a number, or { min, max }. Default: planned from the traffic.");

const expose = z
  .strictObject({
    host: hostName.describe("DNS name it is reached at."),
    authentication: z
      .enum(["oidc", "api-key", "none"])
      .default("oidc")
      .describe("How callers prove who they are."),
  })
  .describe("Make it reachable from outside. Default: inside the network only.");

export const serving = z
  .strictObject({
    ...workloadBase,
    kind: z.literal("serving").describe("Serving a model."),
    runtime: z
      .enum(["vllm", "sglang", "tensorrt-llm", "neuron", "jetstream"])
      .optional()
      .describe("What runs it. Default: a public runtime that fits the accelerator, pinned."),
    model,
    pool,
    precision: z
      .enum(["bf16", "fp8", "int8", "int4", "fp4"])
      .default("bf16")
      .describe("Precision of the weights, checked against the accelerator."),
    contextLength: z
      .int()
      .positive()
      .max(16_777_216)
      .optional()
      .describe("Longest context served, tokens. Default: the traffic's, at most the model's."),
    replicas: replicas.optional(),
    traffic: traffic.optional(),
    objective: objective.optional(),
    disaggregated: z.boolean().default(false).describe("Prefill and decode on separate replicas."),
    expose: expose.optional(),
  })
  .describe("Serving a model.");
