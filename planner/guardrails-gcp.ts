import type { Environment } from "../spec/schema/environment.ts";
import { gcpLabel, gcpName } from "./names/gcp.ts";
import type { GcpScheduledCallPlan } from "./plan/gcp.ts";
import type { GcpNodePoolPlan } from "./plan/gcp-pool.ts";
import type { GuardrailsPlan } from "./plan/guardrails.ts";
import type { PoolPlan, ScheduledSize, SystemPoolPlan } from "./plan/pool.ts";

const MINUTE = 60_000;

/** GKE changes one node pool at a time well: calls of the same moment follow each other, and are tried again. */
const APART_MINUTES = 2;
const ATTEMPTS = 5;

/** What the calls need. https://cloud.google.com/kubernetes-engine/docs/reference/rest/v1/projects.locations.clusters.nodePools/setSize */
const PERMISSIONS = [
  "container.clusters.get",
  "container.clusters.update",
  "container.operations.get",
] as const;

/**
 * How spending stops in Google Cloud itself: Cloud Scheduler calls GKE's API, which turns scaling off and sets node pools
 * to a size when capacity begins or ends and when the environment does.
 */
export function planGcpGuardrails(
  common: GuardrailsPlan,
  environment: Environment,
  {
    pools,
    systemPools,
  }: { readonly pools: readonly PoolPlan[]; readonly systemPools: readonly SystemPoolPlan[] },
): GuardrailsPlan {
  const groups: readonly Scheduled[] = [
    ...pools.flatMap((pool) =>
      pool.options.flatMap(({ gcp, schedule }) =>
        (gcp?.nodePools ?? []).map((nodePool, index) => ({
          nodePool: nodePool.id,
          zones: nodePool.zones.length,
          autoscaled: gcp?.autoscaling != null,
          schedule: schedule.map((change) => shared(change, index, gcp?.nodePools ?? [])),
        })),
      ),
    ),
    ...systemPools.map(({ gcp, name, zones, schedule }) => ({
      nodePool: gcp?.nodePool ?? name,
      zones: zones.length,
      autoscaled: gcp?.autoscaling === true,
      schedule,
    })),
  ];
  return {
    ...common,
    auditTrail: false,
    gcp: {
      labels: labelsOf(common.tags),
      kmsKey: environment.gcp?.kmsKey ?? null,
      scheduledCalls: inTurn(groups.flatMap(callsOf)),
      schedulerPermissions: PERMISSIONS,
    },
  };
}

interface Scheduled {
  readonly nodePool: string;
  readonly zones: number;
  readonly autoscaled: boolean;
  readonly schedule: readonly ScheduledSize[];
}

/** What a node pool that is one of several has of an option's change: its part of the nodes. */
function shared(change: ScheduledSize, index: number, all: readonly GcpNodePoolPlan[]): ScheduledSize {
  if (all.length === 1 || change.desired === 0) return change;
  const before = all.slice(0, index).reduce((sum, { size }) => sum + size.max, 0);
  const most = all[index]?.size.max ?? 0;
  const desired = Math.max(0, Math.min(most, change.desired - before));
  return { ...change, desired, min: Math.min(change.min, desired), max: most };
}

type Call = Omit<GcpScheduledCallPlan, "cron" | "at"> & { readonly at: number };

function callsOf({ nodePool, zones, autoscaled, schedule }: Scheduled): readonly Call[] {
  return schedule.flatMap(({ id, at, desired, min, max, reason }): readonly Call[] => {
    const common = { nodePool, at: Date.parse(at), attempts: ATTEMPTS, reason };
    const name = (step: string): string => gcpName(`${nodePool}-${id}-${step}`);
    const size: Call = {
      ...common,
      id: name("size"),
      method: "setSize",
      // The API counts nodes in each zone.
      body: { nodeCount: Math.ceil(desired / Math.max(1, zones)) },
    };
    if (!autoscaled) return [size];
    const enabled = max > 0 && desired + min > 0;
    const scaling: Call = {
      ...common,
      id: name("scaling"),
      method: "setAutoscaling",
      body: enabled
        ? { autoscaling: { enabled: true, totalMinNodeCount: min, totalMaxNodeCount: max } }
        : { autoscaling: { enabled: false } },
    };
    return enabled ? [scaling] : [scaling, size];
  });
}

function inTurn(calls: readonly Call[]): readonly GcpScheduledCallPlan[] {
  const seen = new Map<number, number>();
  return calls.map(({ at, ...call }) => {
    const place = seen.get(at) ?? 0;
    seen.set(at, place + 1);
    const moment = new Date(at + place * APART_MINUTES * MINUTE);
    return {
      ...call,
      at: `${moment.toISOString().slice(0, "2027-03-01T11:30:00".length)}Z`,
      cron: cronOf(moment),
    };
  });
}

function cronOf(moment: Date): string {
  const parts = [moment.getUTCMinutes(), moment.getUTCHours(), moment.getUTCDate(), moment.getUTCMonth() + 1];
  return `${parts.join(" ")} *`;
}

function labelsOf(tags: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [gcpLabel(key), gcpLabel(value)]));
}
