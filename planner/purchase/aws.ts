import type { PurchaseSpec } from "../../spec/schema/pool.ts";
import type { PlanContext } from "../context.ts";
import { planPlacement } from "../placement/aws.ts";
import type { PoolOptionPlan } from "../plan/pool.ts";
import { nodeCounts } from "../pools/node-counts.ts";
import type { PlacedPool } from "../zones/aws.ts";
import { fill } from "./fill.ts";
import { capacityFallsShort, placementIgnored, poolAcrossZones, startsAfterExpiry } from "./finding-kinds.ts";
import { usdPerNodeHour } from "./price.ts";
import { type GroupSize, iso, scheduleOf, sizeAt } from "./schedule.ts";
import { type Window, windowOf } from "./window.ts";

export interface PurchaseInput {
  readonly pool: PlacedPool;
  readonly region: string;
  /** Zones of the pool, the shared one first. */
  readonly zones: readonly string[];
  /** Whether the nodes work as one over the fabric. */
  readonly fabric: boolean;
  readonly expiresAt: string | null;
  /** Nodes that may be replaced at once, as the file says. */
  readonly maxUnavailable: number | undefined;
}

/** The purchase options of a pool in order, each one node group: the first takes what it can hold, later ones fill up. */
export function planOptions(input: PurchaseInput, context: PlanContext): readonly PoolOptionPlan[] {
  const { spec, machine } = input.pool;
  const counts = nodeCounts(spec);
  const windows = spec.purchase.map((purchase) => windowOf(purchase, machine, context.catalog));
  const { nodes, together } = fill(
    counts.max,
    spec.purchase.map((purchase, index) => ({
      holds: "nodes" in purchase ? purchase.nodes : undefined,
      start: windows[index]?.start ?? null,
      end: windows[index]?.end ?? null,
    })),
  );
  const ids = optionIds(spec.name, spec.purchase);
  const options = spec.purchase.map((purchase, index) =>
    planOption(
      { purchase, id: ids[index] ?? spec.name, nodes: nodes[index] ?? 0, first: index === 0 },
      input,
      context,
    ),
  );
  report(input, options, windows, together, context);
  return options;
}

interface OptionInput {
  readonly purchase: PurchaseSpec;
  readonly id: string;
  readonly nodes: number;
  readonly first: boolean;
}

function planOption(
  option: OptionInput,
  input: PurchaseInput,
  { catalog, now }: PlanContext,
): PoolOptionPlan {
  const { purchase, id, nodes } = option;
  const { pool, region, zones, fabric, expiresAt } = input;
  const { elastic } = nodeCounts(pool.spec);
  const window = windowOf(purchase, pool.machine, catalog);
  const full = fullSize(option, pool);
  const reserved = "zone" in purchase ? purchase.zone : undefined;
  const end = earliest(window.takenAt, expiresAt);
  return {
    id,
    purchase: purchase.kind,
    reservationId: "id" in purchase ? purchase.id : null,
    maxUsdPerHour: purchase.kind === "spot" ? (purchase.maxUsdPerHour ?? null) : null,
    nodes,
    size: sizeAt(full, window, now, expiresAt),
    zones: reserved === undefined ? zones : [reserved],
    placement: planPlacement({ purchase, fabric, elastic, asked: pool.spec.placement }),
    activeFrom: window.start === null || window.start <= now ? null : iso(window.start),
    activeUntil: end === null ? null : iso(end),
    schedule: elastic ? [] : scheduleOf(full, window, now, expiresAt),
    maxUnavailable: replacedAtOnce(input.maxUnavailable, full.max),
    usdPerHourPerNode: usdPerNodeHour(purchase, pool.machine.name, region, catalog),
  };
}

/** An option that supplies nothing still has a group that can grow to the whole pool by hand. */
function fullSize({ nodes, first }: OptionInput, { spec }: PlacedPool): GroupSize {
  const counts = nodeCounts(spec);
  const max = nodes === 0 ? counts.max : nodes;
  if (!counts.elastic) return { min: nodes, desired: nodes, max };
  const min = first ? Math.min(counts.min, max) : 0;
  return { min, desired: min, max };
}

/** Of many nodes a tenth at once, else one by one: work goes on, and an update ends. */
function replacedAtOnce(asked: number | undefined, nodes: number): number {
  const MOST = 100;
  return Math.max(1, Math.min(asked ?? Math.floor(nodes / 10), nodes, MOST));
}

/** `<pool>-<purchase>`, counted from the second of the same kind on. */
function optionIds(pool: string, purchases: readonly PurchaseSpec[]): readonly string[] {
  const seen = new Map<string, number>();
  return purchases.map(({ kind }) => {
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count === 1 ? `${pool}-${kind}` : `${pool}-${kind}-${count}`;
  });
}

function earliest(takenAt: number | null, expiresAt: string | null): number | null {
  const times = [
    ...(takenAt === null ? [] : [takenAt]),
    ...(expiresAt === null ? [] : [Date.parse(expiresAt)]),
  ];
  return times.length === 0 ? null : Math.min(...times);
}

function report(
  { pool, fabric, expiresAt }: PurchaseInput,
  options: readonly PoolOptionPlan[],
  windows: readonly Window[],
  together: number,
  context: PlanContext,
): void {
  const { spec, index } = pool;
  const path = ["pools", index, "purchase"];
  const { max, elastic } = nodeCounts(spec);
  if (together < max) {
    context.report(capacityFallsShort, {
      severity: elastic ? "warning" : "error",
      path,
      message: `${spec.name} wants ${max} nodes, and its purchase options hold ${together}.`,
      got: together,
      allowed: max,
      hint: `Ask for ${together} nodes, or add { kind: on-demand } for the other ${max - together}.`,
    });
  }
  const zones = [...new Set(options.flatMap((option) => option.zones))];
  if (fabric && zones.length > 1) {
    context.report(poolAcrossZones, {
      path,
      message: `The options of ${spec.name} are in ${zones.join(" and ")}: EFA does not leave a zone, so their nodes do not work as one.`,
      got: zones,
      allowed: "one zone",
      hint: "Make a pool of each, or buy in one zone.",
    });
  }
  options.forEach((option, position) => {
    const start = windows[position]?.start ?? null;
    if (start !== null && expiresAt !== null && start >= Date.parse(expiresAt)) {
      context.report(startsAfterExpiry, {
        path: [...path, position, "start"],
        message: `${option.id} begins at ${iso(start)}, and the environment ends at ${expiresAt}: it never has nodes.`,
        got: iso(start),
        allowed: `before ${expiresAt}`,
        hint: "Give the environment a longer lifetime: a duration counts from the time of planning.",
      });
    }
    if (spec.placement === "cluster" && option.placement.kind === "none") {
      context.report(placementIgnored, {
        path: ["pools", index, "placement"],
        message: `${option.id} has no placement group: ${option.placement.reason}.`,
        got: spec.placement,
        hint: "Leave placement out.",
      });
    }
  });
}
