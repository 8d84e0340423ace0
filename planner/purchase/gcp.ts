import type { PurchaseSpec } from "../../spec/schema/pool.ts";
import type { PlanContext } from "../context.ts";
import { planGcpPlacement } from "../placement/gcp.ts";
import type { GcpOptionPlan } from "../plan/gcp-pool.ts";
import type { PoolOptionPlan, Taint } from "../plan/pool.ts";
import type { NodeCounts } from "../pools/node-counts.ts";
import { fill } from "./fill.ts";
import type { GcpPurchaseInput } from "./gcp-input.ts";
import { comesOnRequest, gcpMode } from "./gcp-mode.ts";
import { additionalNetworks } from "./gcp-networks.ts";
import { nodePoolsOf } from "./gcp-node-pools.ts";
import { gcpUsdPerNodeHour } from "./gcp-price.ts";
import { reportGcpOptions } from "./gcp-report.ts";
import { type GroupSize, iso, scheduleOf, sizeAt } from "./schedule.ts";
import { type Window, windowOf } from "./window.ts";

/** The purchase options of a pool in order: the first takes what it can hold, later ones fill up. */
export function planGcpOptions(input: GcpPurchaseInput, context: PlanContext): readonly PoolOptionPlan[] {
  const { pool, counts } = input;
  const { spec, machine } = pool;
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
  reportGcpOptions(input, options, windows, together, context);
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
  input: GcpPurchaseInput,
  { catalog, now }: PlanContext,
): PoolOptionPlan {
  const { purchase, id, nodes } = option;
  const { pool, counts, region, expiresAt, fabric, layout, tpu } = input;
  const { machine, spec } = pool;
  const elastic = counts.elastic || comesOnRequest(purchase);
  const window = windowOf(purchase, machine, catalog);
  const full = fullSize(option, counts, elastic);
  const size = sizeAt(full, window, now, expiresAt);
  const reserved = "zone" in purchase ? purchase.zone : undefined;
  const zones = reserved === undefined ? input.zones : [reserved];
  const placed = planGcpPlacement({
    optionId: id,
    purchase,
    machine,
    layout,
    tpu,
    fabric,
    elastic,
    zones,
    asked: spec.placement,
  });
  const end = earliest(window, expiresAt);
  return {
    id,
    purchase: purchase.kind,
    reservationId: "id" in purchase ? purchase.id : null,
    maxUsdPerHour: purchase.kind === "spot" ? (purchase.maxUsdPerHour ?? null) : null,
    nodes,
    size,
    zones,
    placement: placed.plan,
    activeFrom: window.start === null || window.start <= now ? null : iso(window.start),
    activeUntil: end === null ? null : iso(end),
    schedule: scheduleOf(full, window, now, expiresAt),
    maxUnavailable: 1,
    usdPerHourPerNode: gcpUsdPerNodeHour(purchase, machine.name, region, catalog),
    gcp: gcpOption(option, { ...input, zones }, { size, elastic, placed }),
  };
}

function gcpOption(
  { purchase, id }: OptionInput,
  { access, layout, tpu, zones, counts, pool }: GcpPurchaseInput,
  {
    size,
    elastic,
    placed,
  }: {
    readonly size: GroupSize;
    readonly elastic: boolean;
    readonly placed: Pick<GcpOptionPlan, "placement" | "resourcePolicy">;
  },
): GcpOptionPlan {
  const mode = gcpMode(purchase);
  return {
    ...mode,
    nodePools: nodePoolsOf({
      optionId: id,
      size,
      zones,
      unitNodes: tpu?.nodesPerSlice ?? layout?.rackNodes ?? null,
      whole: tpu !== null,
      reservationValue: "id" in purchase ? purchase.id : null,
    }),
    placement: placed.placement,
    resourcePolicy: placed.resourcePolicy,
    additionalNetworks: access === "none" || access === "dranet" ? [] : additionalNetworks(layout, zones),
    autoscaling: elastic
      ? { locationPolicy: mode.spot || comesOnRequest(purchase) ? "ANY" : "BALANCED" }
      : null,
    autoUpgrade: true,
    // Reserved and scarce nodes have no spare to surge with: one is taken away at a time.
    upgrade: { strategy: mode.flexStart ? "SHORT_LIVED" : "SURGE", maxSurge: 0, maxUnavailable: 1 },
    taints: optionTaints(purchase, counts.elastic ? pool.spec.name : undefined),
    labels: counts.elastic ? { [COMPUTE_CLASS]: pool.spec.name } : {},
  };
}

/** Key of the label and the taint that join a node pool to a compute class. https://cloud.google.com/kubernetes-engine/docs/concepts/about-custom-compute-classes */
export const COMPUTE_CLASS = "cloud.google.com/compute-class";

function optionTaints({ kind }: PurchaseSpec, computeClass: string | undefined): readonly Taint[] {
  return [
    ...(computeClass === undefined
      ? []
      : [{ key: COMPUTE_CLASS, value: computeClass, effect: "NoSchedule" as const }]),
    ...(kind === "spot"
      ? [{ key: "cloud.google.com/gke-spot", value: "true", effect: "NoSchedule" as const }]
      : []),
  ];
}

/** An option that supplies nothing still has a node pool that can grow to the whole pool by hand. */
function fullSize({ purchase, nodes, first }: OptionInput, counts: NodeCounts, elastic: boolean): GroupSize {
  const max = nodes === 0 ? counts.max : nodes;
  if (!elastic) return { min: nodes, desired: nodes, max };
  const stays = first && counts.elastic && !comesOnRequest(purchase);
  const min = stays ? Math.min(counts.min, max) : 0;
  return { min, desired: min, max };
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

function earliest({ lowerAt }: Window, expiresAt: string | null): number | null {
  const times = [lowerAt, expiresAt === null ? null : Date.parse(expiresAt)].filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}
