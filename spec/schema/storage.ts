import { z } from "zod";
import { label } from "./primitives.ts";

const base = {
  name: label.max(30).describe("Name of the storage, unique in the file."),
  existing: z
    .string()
    .min(1)
    .optional()
    .describe("Use this one and never change it: a bucket URL (s3://, gs://), a file system id, a share."),
  retain: z.boolean().default(true).describe("Keep the data when the environment is removed."),
};

export const storage = z
  .discriminatedUnion("kind", [
    z
      .strictObject({
        ...base,
        kind: z.literal("object"),
        versioned: z.boolean().default(true).describe("Keep earlier versions of objects."),
      })
      .describe("A bucket."),
    z
      .strictObject({
        ...base,
        kind: z.literal("parallel"),
        source: z.string().optional().describe("Object storage whose contents appear in the file system."),
        sizeGiB: z
          .int()
          .positive()
          .optional()
          .describe("Smallest size; rounded up to a legal step. Default: planned."),
        throughputMBps: z
          .int()
          .positive()
          .optional()
          .describe("Smallest throughput in total; the tier follows. Default: planned."),
        zone: z.string().optional().describe("The zone it lies in. Default: beside the pools."),
        scratch: z
          .boolean()
          .default(false)
          .describe("Not replicated, cheaper, lost with a server. Excludes fabric access on AWS."),
      })
      .describe("A parallel file system of the Lustre class."),
    z
      .strictObject({
        ...base,
        kind: z.literal("file"),
        sizeGiB: z.int().positive().optional().describe("Size. Default: planned."),
        throughputMBps: z.int().positive().optional().describe("Throughput. Default: planned."),
      })
      .describe("A shared file system of the NFS class, for homes and code."),
    z
      .strictObject({
        ...base,
        kind: z.literal("model-cache"),
        sizeGiB: z.int().positive().optional().describe("Size. Default: from the models that are served."),
        source: z
          .string()
          .optional()
          .describe("Object storage that the weights come from. Default: a bucket of its own."),
      })
      .describe("Model weights near the pods that serve them."),
  ])
  .describe("Storage that pools and workloads use.");

export type StorageSpec = z.output<typeof storage>;
