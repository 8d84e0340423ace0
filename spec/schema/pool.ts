import { z } from "zod";
import { count, identifier, label, labelKey, labelValue, numericText } from "./primitives.ts";
import { purchase } from "./purchase.ts";

export type { PurchaseSpec } from "./purchase.ts";

const nodes = z
  .union([
    count.describe("A fixed number of nodes."),
    z
      .strictObject({
        min: z.int().min(0).max(100_000).describe("Never fewer than this many nodes."),
        max: count.describe("Never more than this many nodes."),
      })
      .describe("An elastic pool: nodes come and go with the work."),
  ])
  .describe("Nodes in total over all purchase options: a number, or { min, max } for an elastic pool.");

const replicas = z.int().min(2).max(48).describe("How many pods may share one accelerator.");

const sharing = z
  .discriminatedUnion("kind", [
    z
      .strictObject({ kind: z.literal("time-slicing").describe("Pods take turns."), replicas })
      .describe("Pods take turns on the accelerator; memory is not divided."),
    z
      .strictObject({ kind: z.literal("mps").describe("Pods run side by side."), replicas })
      .describe("Pods run side by side through NVIDIA MPS."),
    z
      .strictObject({
        kind: z.literal("mig").describe("Hardware partitions."),
        profile: z
          .string()
          .regex(/^[1-7]g\.\d+gb$/, "a MIG profile, for example 1g.10gb")
          .describe("MIG profile, for example 1g.10gb."),
      })
      .describe("Hardware partitions of one profile."),
  ])
  .describe("How several pods share one accelerator. Default: not at all.");

const taint = z
  .strictObject({
    key: labelKey.describe("Key of the taint."),
    value: labelValue.optional().describe("Value of the taint. Default: none."),
    effect: z
      .enum(["NoSchedule", "PreferNoSchedule", "NoExecute"])
      .describe("What happens to pods that do not tolerate it."),
  })
  .describe("A Kubernetes taint.");

export const pool = z
  .strictObject({
    name: label.max(30).describe("Name of the pool, unique in the file."),
    machine: identifier
      .optional()
      .describe(
        "Exact machine type, for example p5.48xlarge. Belongs to one cloud. Default: chosen for the accelerator.",
      ),
    accelerator: identifier
      .optional()
      .describe(
        "Catalog id of an accelerator, for example h100; the planner picks the machine and shows why. Default: the machine's.",
      ),
    acceleratorsPerNode: z
      .number()
      .positive()
      .max(1024)
      .optional()
      .describe("How many accelerators a node must have. Default: planned."),
    topology: z
      .string()
      .regex(/^\d+x\d+(x\d+)?$/, "numbers joined by x, for example 4x4x8")
      .optional()
      .describe("TPU slice topology, for example 4x4x8 (Google Cloud). Default: planned."),
    nodes: nodes.default(1),
    zones: z
      .array(numericText)
      .min(1)
      .optional()
      .describe("Zones for this pool alone (AWS: zone ids). Default: the environment's."),
    purchase: z
      .array(purchase)
      .min(1)
      .max(20)
      .default([{ kind: "on-demand" }])
      .describe(
        "Purchase options in order of preference: the first takes what it can hold, later ones fill up.",
      ),
    fabric: z
      .enum(["full", "none"])
      .optional()
      .describe(
        "full wires every fabric interface. Default: full where the machine has a fabric and the pool can have more than one node.",
      ),
    fabricLayout: z
      .enum(["ip-saving", "bandwidth"])
      .default("ip-saving")
      .describe(
        "AWS: ip-saving uses one VPC address a node; bandwidth adds ordinary network interfaces for more IP throughput.",
      ),
    placement: z
      .enum(["cluster", "none"])
      .optional()
      .describe("Whether nodes must stand close together. Default: planned from fabric and purchase."),
    sharing: sharing.optional(),
    labels: z.record(labelKey, labelValue).default({}).describe("Kubernetes labels added to the nodes."),
    taints: z
      .array(taint)
      .optional()
      .describe(
        "Kubernetes taints added to the nodes. The accelerator's own taint is always there. Default: none more.",
      ),
    diskGiB: z.int().min(20).max(65_536).optional().describe("Root disk of a node, GiB. Default: planned."),
  })
  .describe("A group of equal nodes with accelerators.");

export type PoolSpec = z.output<typeof pool>;
export type SharingSpec = z.output<typeof sharing>;
