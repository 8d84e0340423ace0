import { z } from "zod";
import { count, instant, label } from "./primitives.ts";

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

const dated = {
  start: instant.optional().describe("When the capacity begins. Until then the node group stands at zero."),
  end: instant
    .optional()
    .describe("When the capacity ends. Nodes are drained and the group lowered to zero before."),
  nodes: count.optional().describe("How many nodes it holds. Default: all that earlier options leave."),
};

const purchase = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("on-demand") }).describe("Pay per use at list price."),
    z
      .strictObject({
        kind: z.literal("spot"),
        maxUsdPerHour: z
          .number()
          .positive()
          .optional()
          .describe("Most to pay per node and hour. Default: the on-demand price."),
      })
      .describe("Spare capacity at a discount; can be taken back at short notice."),
    z
      .strictObject({
        kind: z.literal("reservation"),
        id: z
          .string()
          .min(1)
          .describe(
            "AWS: capacity reservation (cr-…). Google Cloud: reservation name, optionally with block and sub-block. Azure: capacity reservation group id.",
          ),
        zone: z.string().optional().describe("The zone the reservation is in, where known (AWS: zone id)."),
        placementGroup: z
          .string()
          .optional()
          .describe("The placement group that the reservation was created in, if any (AWS)."),
        ...dated,
      })
      .describe("Capacity reserved beforehand."),
    z
      .strictObject({
        kind: z.literal("capacity-block"),
        id: z.string().min(1).describe("The capacity block's reservation id (cr-…)."),
        zone: z.string().optional().describe("The zone id the block is in, where known."),
        ...dated,
        start: instant.describe("When the block begins."),
        end: instant.describe(
          "When the block ends. EC2 takes nodes back 30 minutes earlier (60 for UltraServers).",
        ),
      })
      .describe("AWS: a block of GPU capacity bought for fixed dates."),
    z
      .strictObject({
        kind: z.literal("flex-start"),
        maxRun: z
          .string()
          .regex(/^[1-9]\d*(m|h|d)$/)
          .optional()
          .describe("How long a node may run, at most 7d."),
      })
      .describe("Google Cloud: Dynamic Workload Scheduler flex-start."),
    z.strictObject({ kind: z.literal("queued") }).describe("Google Cloud: queued provisioning."),
    z
      .strictObject({
        kind: z.literal("calendar"),
        id: z.string().min(1).describe("The future reservation's name."),
        zone: z.string().optional(),
        ...dated,
        start: instant.describe("When the reservation begins."),
        end: instant.describe("When the reservation ends."),
      })
      .describe("Google Cloud: Dynamic Workload Scheduler calendar reservation."),
  ])
  .describe("One way of buying the nodes.");

const sharing = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("time-slicing"),
      replicas: z.int().min(2).max(48).describe("How many pods may share one accelerator."),
    }),
    z.strictObject({
      kind: z.literal("mps"),
      replicas: z.int().min(2).max(48).describe("How many pods may share one accelerator."),
    }),
    z.strictObject({
      kind: z.literal("mig"),
      profile: z
        .string()
        .regex(/^[1-7]g\.\d+gb$/)
        .describe("MIG profile, for example 1g.10gb."),
    }),
  ])
  .describe("How several pods share one accelerator. Default: not at all.");

const taint = z.strictObject({
  key: z.string().min(1),
  value: z.string().optional(),
  effect: z.enum(["NoSchedule", "PreferNoSchedule", "NoExecute"]),
});

export const pool = z
  .strictObject({
    name: label.max(30).describe("Name of the pool, unique in the file."),
    machine: z
      .string()
      .min(1)
      .optional()
      .describe("Exact machine type, for example p5.48xlarge. Belongs to one cloud."),
    accelerator: z
      .string()
      .min(1)
      .optional()
      .describe(
        "Catalog id of an accelerator, for example h100; the planner picks the machine and shows why.",
      ),
    acceleratorsPerNode: z
      .number()
      .positive()
      .optional()
      .describe("How many accelerators a node must have. Default: planned."),
    topology: z
      .string()
      .regex(/^\d+x\d+(x\d+)?$/)
      .optional()
      .describe("TPU slice topology, for example 4x4x8 (Google Cloud)."),
    nodes: nodes.default(1),
    zones: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe("Zones for this pool alone. Default: the environment's."),
    purchase: z
      .array(purchase)
      .min(1)
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
    labels: z.record(z.string(), z.string()).default({}).describe("Kubernetes labels added to the nodes."),
    taints: z
      .array(taint)
      .optional()
      .describe("Kubernetes taints added to the nodes. The accelerator's own taint is always there."),
    diskGiB: z.int().min(20).max(65_536).optional().describe("Root disk of a node. Default: planned."),
  })
  .describe("A group of equal nodes with accelerators.");

export type PoolSpec = z.output<typeof pool>;
export type PurchaseSpec = z.output<typeof purchase>;
export type SharingSpec = z.output<typeof sharing>;
