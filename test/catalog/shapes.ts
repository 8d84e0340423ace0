import { z } from "zod";

const isoDate = z.iso.date();
const positive = z.number().positive();
const kind = z.enum(["interface", "efa", "efa-only"]);
const quota = z
  .strictObject({
    name: z.string().min(1),
    code: z
      .string()
      .regex(/^L-[0-9A-F]{8}$/)
      .nullable(),
    unit: z.enum(["vCPU", "accelerator"]),
    perMachine: positive,
  })
  .nullable();

export const machineShape = z.strictObject({
  cloud: z.enum(["aws", "gcp", "azure"]),
  name: z.string().min(1),
  family: z.string().min(1),
  accelerator: z.string().nullable(),
  acceleratorName: z.string().nullable(),
  acceleratorCount: z.number().nonnegative(),
  acceleratorMemoryGiB: positive.nullable(),
  vcpus: positive.int(),
  memoryGiB: positive,
  arch: z.enum(["x86_64", "arm64"]),
  localDisks: z.array(z.strictObject({ count: positive.int(), sizeGB: positive })),
  localStorageGB: z.number().nonnegative(),
  networkGbps: positive.nullable(),
  cards: z.array(
    z.strictObject({
      index: z.int().nonnegative(),
      gbps: positive.nullable(),
      maxInterfaces: positive.int(),
      kinds: z.array(kind).min(1),
    }),
  ),
  maxInterfaces: positive.int().nullable(),
  addressesPerInterface: positive.int().nullable(),
  fabric: z.strictObject({
    kind: z.enum(["efa", "tcpx", "tcpxo", "roce", "infiniband", "ici", "none"]),
    interfaces: z.int().nonnegative(),
    gbpsPerInterface: positive.nullable(),
    layout: z.string().nullable(),
  }),
  usage: z
    .array(z.enum(["on-demand", "spot", "capacity-block", "reservation", "flex-start", "queued", "calendar"]))
    .min(1),
  bareMetal: z.boolean(),
  offered: z.record(z.string(), z.array(z.string()).min(1).nullable()),
  quota: z.strictObject({ onDemand: quota, spot: quota }),
  status: z.enum(["current", "previous-generation", "retired"]),
  unknown: z.array(z.string().min(1)),
  confidence: z.enum(["high", "medium", "low"]),
  sources: z.array(z.string()).min(1),
});

export const priceShape = z.strictObject({
  machine: z.string(),
  region: z.string(),
  onDemand: positive.nullable(),
  spot: positive.nullable(),
  source: z.string(),
  date: isoDate,
  spotSource: z.string().nullable(),
  spotDate: isoDate.nullable(),
});

const tflops = positive.nullable();

export const acceleratorShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  aliases: z.array(z.string().min(1)),
  vendor: z.enum(["NVIDIA", "AMD", "AWS", "Google", "Intel", "other"]),
  kind: z.enum(["gpu", "tpu", "neuron", "gaudi", "other"]),
  architecture: z.string().nullable(),
  memoryGiB: positive.nullable(),
  usableMemoryGiB: positive.nullable(),
  memoryBandwidthGBps: positive.nullable(),
  denseTflops: z.strictObject({
    fp32: tflops,
    tf32: tflops,
    bf16: tflops,
    fp16: tflops,
    fp8: tflops,
    fp4: tflops,
    int8: tflops,
  }),
  linkGBps: positive.nullable(),
  tdpWatts: positive.nullable(),
  migProfiles: z.array(
    z.strictObject({ profile: z.string(), max: positive.int(), memoryGiB: positive.nullable() }),
  ),
  driverMajor: z.strictObject({ min: positive.int().nullable(), max: positive.int().nullable() }),
  unverified: z.array(z.string()),
  confidence: z.enum(["high", "medium", "low"]),
  sources: z.array(z.string()).min(1),
});

export const modelShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  aliases: z.array(z.string().min(1)),
  hub: z.string().nullable(),
  architecture: z.string().nullable(),
  layers: positive.int().nullable(),
  hidden: positive.int().nullable(),
  heads: positive.int().nullable(),
  kvHeads: positive.int().nullable(),
  headDim: positive.int().nullable(),
  intermediate: positive.int().nullable(),
  vocab: positive.int().nullable(),
  contextLength: positive.int().nullable(),
  slidingWindow: positive.int().nullable(),
  layerTypes: z.record(z.string(), positive.int()).nullable(),
  moe: z
    .strictObject({
      experts: positive.int().nullable(),
      topK: positive.int().nullable(),
      sharedExperts: z.int().nonnegative().nullable(),
      moeIntermediate: positive.int().nullable(),
      firstKDense: z.int().nonnegative().nullable(),
    })
    .nullable(),
  mla: z.strictObject({ kvLoraRank: positive.int(), qkRopeHeadDim: positive.int() }).nullable(),
  paramsB: positive.nullable(),
  activeParamsB: positive.nullable(),
  kvBytesPerTokenBf16: positive.int().nullable(),
  dtype: z.string().nullable(),
  sources: z.array(z.string()).min(1),
});
