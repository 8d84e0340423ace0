import type { CloudName, Machine } from "../../catalog/types.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import type { PoolSpec } from "../../spec/schema/pool.ts";
import type { PlanContext } from "../context.ts";
import { wantsFabric } from "../fabric/aws.ts";
import { nodeCounts } from "../pools/node-counts.ts";
import { machineZonesUnknown, noCommonZone, zoneUnknown, zoneWithoutControlPlane } from "./finding-kinds.ts";
import { ordinaryZones } from "./ordinary-zones.ts";
import { wantedZones } from "./wanted-zones.ts";

/** A pool whose machine is chosen. */
export interface PlacedPool {
  readonly spec: PoolSpec;
  /** Place in the file's list of pools. */
  readonly index: number;
  readonly machine: Machine;
}

export interface ZoneDecision {
  /** Zones of each pool by its name, the shared one first. */
  readonly byPool: ReadonlyMap<string, readonly string[]>;
  /** Zones in use, the shared one first. */
  readonly zones: readonly string[];
  readonly reason: string;
}

/** Zones that an elastic pool spreads over at most, so that a stock-out in one does not stop it. */
const SPREAD = 3;

/**
 * The zone where most pools are offered together holds every pool that is offered there: pools read the same file
 * systems, and traffic between zones is slower and paid for. Nodes that work as one never leave it; elastic pools may
 * also use other zones, and so may a pool for which the file names several.
 */
export function decideZones(
  pools: readonly PlacedPool[],
  environment: Environment,
  context: PlanContext,
): ZoneDecision {
  const ordinary = ordinaryZones(environment.region, context.catalog);
  const allowed = pools.map((pool) => allowedZones(pool, ordinary, environment, context));
  const counts = new Map<string, number>();
  for (const zones of allowed) for (const zone of zones) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  const order = rankedZones(counts, environment.zones ?? []);
  const rank = new Map(order.map((zone, index) => [zone, index]));
  const byPool = new Map(
    pools.map((pool, index) => {
      const zones = (allowed[index] ?? []).toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
      return [pool.spec.name, zones.slice(0, spreadOf(pool))];
    }),
  );
  reportUnknownZones(environment, context);
  const shared = order[0] === undefined ? 0 : (counts.get(order[0]) ?? 0);
  if (shared < pools.length && order[0] !== undefined) reportApart(pools, allowed, order[0], context);
  const used = new Set([...byPool.values()].flat());
  const zones = order.filter((zone) => used.has(zone));
  reportExtraordinary(zones, ordinary, environment, context);
  return { byPool, zones, reason: reasonOf(zones[0], shared, pools.length, environment) };
}

/** Most pools first, then as the file orders them, then by name. */
function rankedZones(counts: ReadonlyMap<string, number>, asked: readonly string[]): readonly string[] {
  const place = new Map(asked.map((zone, index) => [zone, index]));
  const placeOf = (zone: string): number => place.get(zone) ?? asked.length;
  return [...counts.keys()].toSorted(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || placeOf(a) - placeOf(b) || (a < b ? -1 : 1),
  );
}

/** Where the file allows the pool and its machine is offered. What was asked for and is not offered stays, for a check to name. */
function allowedZones(
  pool: PlacedPool,
  ordinary: ReadonlySet<string>,
  environment: Environment,
  context: PlanContext,
): readonly string[] {
  const { spec, machine, index } = pool;
  const wanted = wantedZones(spec, environment);
  const offered = machine.offered[environment.region];
  if (offered === undefined) return wanted ?? [];
  if (offered === null) {
    context.report(machineZonesUnknown, {
      path: ["pools", index],
      message: `${machine.name} is offered in ${environment.region}; no source says in which zones.`,
      got: machine.name,
      hint: `Ask: ${askForZones[environment.cloud](machine.name, environment.region)}. Then name the zone in zones.`,
    });
    return wanted ?? context.catalog.region(environment.cloud, environment.region)?.zones ?? [];
  }
  if (wanted === undefined) {
    const usual = offered.filter((zone) => ordinary.has(zone));
    return usual.length > 0 ? usual : offered;
  }
  const both = wanted.filter((zone) => offered.includes(zone));
  return both.length > 0 ? both : wanted;
}

/** Commands that tell in which zones a machine type is offered. */
const askForZones: Readonly<Record<CloudName, (machine: string, region: string) => string>> = {
  aws: (machine) =>
    `aws ec2 describe-instance-type-offerings --location-type availability-zone-id --filters Name=instance-type,Values=${machine}`,
  gcp: (machine, region) => `gcloud compute machine-types list --filter="name=${machine} AND zone~${region}"`,
  azure: (machine, region) => `az vm list-skus --location ${region} --size ${machine} --zone`,
};

function spreadOf({ spec, machine }: PlacedPool): number {
  if (wantsFabric(spec, machine) || spec.placement === "cluster") return 1;
  return nodeCounts(spec).elastic || spec.zones !== undefined ? SPREAD : 1;
}

function reportUnknownZones({ cloud, zones, region }: Environment, { catalog, report }: PlanContext): void {
  const known = catalog.region(cloud, region)?.zones ?? [];
  if (known.length === 0) return;
  (zones ?? []).forEach((zone, index) => {
    if (known.includes(zone)) return;
    report(zoneUnknown, {
      path: ["zones", index],
      message: `The catalog knows no zone ${zone} in ${region}.`,
      got: zone,
      allowed: known,
      hint: `Zones of ${region} with accelerators or system machines: ${known.join(", ")}.`,
    });
  });
}

function reportExtraordinary(
  zones: readonly string[],
  ordinary: ReadonlySet<string>,
  { region, orchestration }: Environment,
  { report }: PlanContext,
): void {
  if (ordinary.size === 0 || orchestration.existing !== undefined) return;
  for (const zone of zones.filter((each) => !ordinary.has(each))) {
    report(zoneWithoutControlPlane, {
      path: ["zones"],
      message: `${zone} offers none of the ordinary machines, and EKS takes no subnet of some such zones for its control plane.`,
      got: zone,
      allowed: [...ordinary].sort(),
      hint: `Look ${zone} up on the page of EKS's network requirements, or use another zone of ${region}.`,
    });
  }
}

function reportApart(
  pools: readonly PlacedPool[],
  allowed: readonly (readonly string[])[],
  home: string,
  context: PlanContext,
): void {
  const apart = pools.flatMap(({ spec }, index) => {
    const zones = allowed[index] ?? [];
    return zones.includes(home) || zones.length === 0 ? [] : [`${spec.name} in ${zones.join(", ")}`];
  });
  if (apart.length === 0) return;
  context.report(noCommonZone, {
    path: ["pools"],
    message: `No zone offers every pool: most are in ${home}, but ${apart.join("; ")}.`,
    got: Object.fromEntries(pools.map(({ spec }, index) => [spec.name, allowed[index] ?? []])),
    hint: "Traffic between the zones is slower and paid for: choose another machine or region, or keep what these pools share small.",
  });
}

function reasonOf(home: string | undefined, shared: number, all: number, environment: Environment): string {
  if (all === 0) return "there is no pool to place";
  if (home === undefined) return `no pool is offered in a known zone of ${environment.region}`;
  if (environment.zones !== undefined) return `the file names ${environment.zones.join(", ")}`;
  if (shared < all) return `${home} offers ${shared} of ${all} pools, and no zone more`;
  return all === 1 ? `${home} offers the pool` : `${home} offers all ${all} pools together`;
}
