import { z } from "zod";
import { identifier, label } from "./primitives.ts";

/** 10 PiB: above any single file system on offer. */
const sizeGiB = z.int().positive().max(10_485_760);
const throughputMBps = z.int().positive().max(10_000_000);

const base = {
  name: label.max(30).describe("Name of the storage, unique in the file."),
  existing: identifier
    .optional()
    .describe(
      "Use this one and never change it: a bucket URL (s3://, gs://), a file system id, a share. Default: a new one.",
    ),
  retain: z.boolean().default(true).describe("Keep the data when the environment is removed."),
};

const object = z
  .strictObject({
    ...base,
    kind: z.literal("object").describe("A bucket."),
    versioned: z.boolean().default(true).describe("Keep earlier versions of objects."),
  })
  .describe("A bucket.");

const parallel = z
  .strictObject({
    ...base,
    kind: z.literal("parallel").describe("A parallel file system of the Lustre class."),
    source: identifier
      .optional()
      .describe("Object storage whose contents appear in the file system. Default: none."),
    sizeGiB: sizeGiB.optional().describe("Smallest size; rounded up to a legal step. Default: planned."),
    throughputMBps: throughputMBps
      .optional()
      .describe("Smallest throughput in total; the tier follows. Default: planned."),
    zone: identifier.optional().describe("The zone it lies in (AWS: zone id). Default: beside the pools."),
    scratch: z
      .boolean()
      .default(false)
      .describe("Not replicated, cheaper, lost with a server. Excludes fabric access on AWS."),
  })
  .describe("A parallel file system of the Lustre class.");

const file = z
  .strictObject({
    ...base,
    kind: z.literal("file").describe("A shared file system of the NFS class."),
    sizeGiB: sizeGiB.optional().describe("Size. Default: planned."),
    throughputMBps: throughputMBps.optional().describe("Throughput. Default: planned."),
  })
  .describe("A shared file system of the NFS class, for homes and code.");

const modelCache = z
  .strictObject({
    ...base,
    kind: z.literal("model-cache").describe("Model weights near the pods that serve them."),
    sizeGiB: sizeGiB.optional().describe("Size. Default: from the models that are served."),
    source: identifier
      .optional()
      .describe("Object storage that the weights come from. Default: a bucket of its own."),
  })
  .describe("Model weights near the pods that serve them.");

export const storage = z
  .discriminatedUnion("kind", [object, parallel, file, modelCache])
  .describe("Storage that pools and workloads use.");

export type StorageSpec = z.output<typeof storage>;
