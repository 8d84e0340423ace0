import { z } from "zod";
import { count, duration, identifier, instant } from "./primitives.ts";

const held = count.optional().describe("How many nodes it holds. Default: all that earlier options leave.");
const start = instant
  .optional()
  .describe("When the capacity begins. Until then the node group stands at zero. Default: it has begun.");
const end = instant
  .optional()
  .describe(
    "When the capacity ends. Nodes are drained and the group lowered to zero before. Default: no end.",
  );

const onDemand = z
  .strictObject({ kind: z.literal("on-demand").describe("Pay per use at list price.") })
  .describe("Pay per use at list price.");

const spot = z
  .strictObject({
    kind: z.literal("spot").describe("Spare capacity at a discount."),
    maxUsdPerHour: z
      .number()
      .positive()
      .optional()
      .describe("Most to pay per node and hour, in USD. Default: the on-demand price."),
  })
  .describe("Spare capacity at a discount; can be taken back at short notice.");

const reservation = z
  .strictObject({
    kind: z.literal("reservation").describe("Capacity reserved beforehand."),
    id: identifier.describe(
      "AWS: capacity reservation (cr-…). Google Cloud: reservation name, optionally with block and sub-block. Azure: capacity reservation group id.",
    ),
    zone: identifier
      .optional()
      .describe(
        "The zone the reservation is in (AWS: zone id). Default: unknown; the pool's zones are used.",
      ),
    placementGroup: identifier
      .optional()
      .describe("The placement group that the reservation was created in (AWS). Default: none."),
    start,
    end,
    nodes: held,
  })
  .describe("Capacity reserved beforehand.");

const capacityBlock = z
  .strictObject({
    kind: z.literal("capacity-block").describe("AWS: a block of GPU capacity bought for fixed dates."),
    id: z
      .string()
      .regex(/^cr-[0-9a-f]{8,17}$/, "a capacity reservation id, for example cr-0a1b2c3d4e5f67890")
      .describe("The capacity block's reservation id (cr-…)."),
    zone: identifier
      .optional()
      .describe("The zone id the block is in. Default: unknown; the pool's zones are used."),
    start: instant.describe("When the block begins."),
    end: instant.describe(
      "When the block ends. EC2 takes nodes back 30 minutes earlier (60 for UltraServers).",
    ),
    nodes: held,
  })
  .describe("AWS: a block of GPU capacity bought for fixed dates.");

const flexStart = z
  .strictObject({
    kind: z.literal("flex-start").describe("Google Cloud: Dynamic Workload Scheduler flex-start."),
    maxRun: duration.optional().describe("How long a node may run, at most 7d. Default: 7d."),
  })
  .describe("Google Cloud: Dynamic Workload Scheduler flex-start.");

const queued = z
  .strictObject({ kind: z.literal("queued").describe("Google Cloud: queued provisioning.") })
  .describe("Google Cloud: queued provisioning.");

const calendar = z
  .strictObject({
    kind: z.literal("calendar").describe("Google Cloud: Dynamic Workload Scheduler calendar reservation."),
    id: identifier.describe("The future reservation's name."),
    zone: identifier.optional().describe("The zone the reservation is in. Default: the pool's zones."),
    start: instant.describe("When the reservation begins."),
    end: instant.describe("When the reservation ends."),
    nodes: held,
  })
  .describe("Google Cloud: Dynamic Workload Scheduler calendar reservation.");

export const purchase = z
  .discriminatedUnion("kind", [onDemand, spot, reservation, capacityBlock, flexStart, queued, calendar])
  .describe("One way of buying the nodes.");

export type PurchaseSpec = z.output<typeof purchase>;
