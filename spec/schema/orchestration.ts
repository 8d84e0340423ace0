import { z } from "zod";
import { identifier, label } from "./primitives.ts";

const queue = z
  .strictObject({
    name: label.describe("Name of the queue, unique in the file: usually a team."),
    pool: identifier.describe("The pool it draws from."),
    accelerators: z.number().nonnegative().max(1_000_000).describe("Accelerators it can always have."),
    borrow: z.boolean().default(false).describe("May use what other queues of the pool leave idle."),
    preempt: z.boolean().default(false).describe("Takes back its own share from borrowers at once."),
    priority: z.int().min(0).max(1000).default(0).describe("Higher goes first."),
  })
  .describe("A share of a pool.");

const kubernetesVersion = z
  .string()
  .regex(/^1\.\d{1,2}$/, "a Kubernetes minor version, for example 1.34")
  .meta({ type: ["string", "number"] });

export const orchestration = z
  .strictObject({
    kind: z
      .enum(["kubernetes", "slurm", "managed"])
      .default("kubernetes")
      .describe(
        "What schedules the work. slurm and managed (the cloud's own training service) are not built yet.",
      ),
    existing: identifier
      .optional()
      .describe(
        "Name of an existing cluster to use; it is never changed or destroyed. Default: a cluster of its own.",
      ),
    version: kubernetesVersion
      .optional()
      .describe("Kubernetes version. Default: the newest that every pinned add-on and the cloud support."),
    extendedSupport: z
      .boolean()
      .default(false)
      .describe("Accept a version that is past standard support, at the cloud's higher price."),
    queues: z.array(queue).default([]).describe("Shares of pools for teams. When empty: one queue a pool."),
    delivery: z
      .enum(["direct", "gitops"])
      .default("direct")
      .describe("How objects reach the cluster: applied directly, or written for a GitOps controller."),
  })
  .describe("The scheduler of the environment.");

export type QueueSpec = z.output<typeof queue>;
export type OrchestrationSpec = z.output<typeof orchestration>;
