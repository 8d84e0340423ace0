import type { Environment } from "../../spec/schema/environment.ts";
import type { PlanContext } from "../context.ts";
import type { PlacedPool, ZoneDecision } from "./aws.ts";
import { zoneUnknown } from "./finding-kinds.ts";
import { wantedZones } from "./wanted-zones.ts";

/**
 * Azure does not say in which zones it offers an accelerator size: a pool that names no zone is regional, so that Azure
 * starts it where it has room. Zones that the file, a reservation or a zonal file system name hold their pools together.
 */
export function decideAzureZones(
  pools: readonly PlacedPool[],
  environment: Environment,
  context: PlanContext,
): ZoneDecision {
  const shared = sharedZone(environment);
  const byPool = new Map(
    pools.map(({ spec }): [string, readonly string[]] => {
      const wanted = wantedZones(spec, environment)?.map(zoneNumber);
      return [spec.name, wanted ?? (shared === undefined ? [] : [shared])];
    }),
  );
  reportUnknown(environment, context);
  const zones = [...new Set([...byPool.values()].flat())];
  return { byPool, zones, reason: reasonOf(environment, zones, shared) };
}

/** The number of a zone, with or without its region before it: `1` of `eastus-1`. */
export function zoneNumber(zone: string): string {
  return zone.split("-").at(-1) ?? zone;
}

/** The zone in which the file wants a parallel file system: its clients stand beside it. */
function sharedZone({ storage }: Environment): string | undefined {
  const zones = storage.flatMap((spec) =>
    spec.kind === "parallel" && spec.zone !== undefined ? [zoneNumber(spec.zone)] : [],
  );
  return zones[0];
}

function reportUnknown({ zones, region }: Environment, { catalog, report }: PlanContext): void {
  const known = catalog.region("azure", region)?.zones;
  if (known === undefined) return;
  (zones ?? []).forEach((zone, index) => {
    if (known.includes(zoneNumber(zone))) return;
    report(zoneUnknown, {
      path: ["zones", index],
      message:
        known.length === 0
          ? `${region} has no availability zones that a source names.`
          : `${region} has the zones ${known.join(", ")}, and no ${zone}.`,
      got: zone,
      allowed: known,
      hint: "Remove the line to let Azure choose.",
    });
  });
}

function reasonOf({ zones: asked, region }: Environment, zones: readonly string[], shared?: string): string {
  if (zones.length === 0) return `Azure does not say which zones of ${region} offer the sizes: it picks one`;
  if (asked !== undefined) return `the file names ${asked.join(", ")}`;
  return shared === undefined ? "pools and reservations name them" : "a file system of the file is there";
}
