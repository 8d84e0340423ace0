import type { PurchaseSpec } from "../../spec/schema/purchase.ts";
import type { PlanContext } from "../context.ts";
import { planAzurePlacement } from "../placement/azure.ts";
import type { AzurePoolOptionPlan } from "../plan/azure.ts";
import type { PlacementPlan, PoolOptionPlan, Taint } from "../plan/pool.ts";
import { nodeCounts } from "../pools/node-counts.ts";
import type { PlacedPool } from "../zones/aws.ts";
import { zoneNumber } from "../zones/azure.ts";
import { azureNodePrice } from "./azure-price.ts";
import { type OptionSize, optionSizes } from "./azure-sizes.ts";
import { capacityFallsShort, placementIgnored, startsAfterExpiry } from "./finding-kinds.ts";
import { iso, scheduleOf, sizeAt } from "./schedule.ts";

export interface AzurePurchaseInput {
  readonly pool: PlacedPool;
  readonly region: string;
  /** Zones of the pool. */
  readonly zones: readonly string[];
  /** Whether the nodes work as one over InfiniBand. */
  readonly fabric: boolean;
  readonly expiresAt: string | null;
  readonly environment: string;
}

/** Label and taint of every spot node; AKS adds them, and they cannot be changed. https://learn.microsoft.com/azure/aks/spot-node-pool */
const SPOT_KEY = "kubernetes.azure.com/scalesetpriority";
const SPOT_TAINT: Taint = { key: SPOT_KEY, value: "spot", effect: "NoSchedule" };

/**
 * The purchase options of a pool in order, each one agent pool and so one scale set: the first takes what it can hold,
 * later ones fill up. Names of agent pools come later, when all pools of the environment are known.
 */
export function planAzureOptions(input: AzurePurchaseInput, context: PlanContext): readonly PoolOptionPlan[] {
  const { spec, machine } = input.pool;
  const { sizes, together } = optionSizes(spec, machine, context.catalog);
  const options = sizes.map((size) => planOption(size, input, context));
  report(input, options, sizes, together, context);
  return options;
}

function planOption(size: OptionSize, input: AzurePurchaseInput, context: PlanContext): PoolOptionPlan {
  const { catalog, now } = context;
  const { purchase, id, nodes, full, window } = size;
  const { pool, region, fabric, expiresAt } = input;
  const { elastic } = nodeCounts(pool.spec);
  const reserved = "zone" in purchase ? purchase.zone : undefined;
  const zones = reserved === undefined ? input.zones : [zoneNumber(reserved)];
  const placement = planAzurePlacement({ purchase, fabric, elastic, asked: pool.spec.placement, zones });
  const end = earliest(window.lowerAt, expiresAt);
  return {
    id,
    purchase: purchase.kind,
    reservationId: "id" in purchase ? purchase.id : null,
    maxUsdPerHour: purchase.kind === "spot" ? (purchase.maxUsdPerHour ?? null) : null,
    nodes,
    size: sizeAt(full, window, now, expiresAt),
    zones,
    placement,
    activeFrom: window.start === null || window.start <= now ? null : iso(window.start),
    activeUntil: end === null ? null : iso(end),
    schedule: scheduleOf(full, window, now, expiresAt),
    maxUnavailable: Math.max(1, Math.min(Math.floor(full.max / 10), 100)),
    usdPerHourPerNode: azureNodePrice(purchase, pool.machine.name, region, catalog),
    azure: azureOption(purchase, { placement, elastic, zones, id, environment: input.environment }),
  };
}

function azureOption(
  purchase: PurchaseSpec,
  option: {
    readonly placement: PlacementPlan;
    readonly elastic: boolean;
    readonly zones: readonly string[];
    readonly id: string;
    readonly environment: string;
  },
): AzurePoolOptionPlan {
  const spot = purchase.kind === "spot";
  return {
    agentPool: "",
    priority: spot ? "Spot" : "Regular",
    evictionPolicy: spot ? "Delete" : null,
    spotMaxPrice: purchase.kind === "spot" ? maxPrice(purchase.maxUsdPerHour) : null,
    capacityReservationGroup: purchase.kind === "reservation" ? purchase.id : null,
    proximityPlacementGroup: option.placement.kind === "create" ? `${option.environment}-${option.id}` : null,
    autoscaling: option.elastic,
    availabilityZones: option.zones,
    labels: spot ? { [SPOT_KEY]: "spot" } : {},
    taints: spot ? [SPOT_TAINT] : [],
  };
}

/** AKS takes at most five decimals; without a limit the price never evicts a node. */
function maxPrice(usdPerHour: number | undefined): number {
  return usdPerHour === undefined ? -1 : Math.max(0.00001, Math.round(usdPerHour * 100_000) / 100_000);
}

function earliest(lowerAt: number | null, expiresAt: string | null): number | null {
  const times = [lowerAt, expiresAt === null ? null : Date.parse(expiresAt)].filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

function report(
  { pool, expiresAt }: AzurePurchaseInput,
  options: readonly PoolOptionPlan[],
  sizes: readonly OptionSize[],
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
  options.forEach((option, position) => {
    const start = sizes[position]?.window.start ?? null;
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
        message: `${option.id} has no proximity placement group: ${option.placement.reason}.`,
        got: spec.placement,
        hint: "Leave placement out.",
      });
    }
  });
}
