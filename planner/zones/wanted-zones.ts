import type { Environment } from "../../spec/schema/environment.ts";
import type { PoolSpec } from "../../spec/schema/pool.ts";
import { reachedZones } from "../addresses/existing-network.ts";

/**
 * Zones that a pool is held to: those of its reservations, else those that the file names for the pool or for the
 * environment, as far as an existing network reaches. `undefined`: any.
 */
export function wantedZones(spec: PoolSpec, environment: Environment): readonly string[] | undefined {
  const reserved = reservedZones(spec);
  if (reserved.length > 0) return reserved;
  const asked = spec.zones ?? environment.zones;
  const reached = reachedZones(environment);
  if (reached === undefined) return asked;
  const both = (asked ?? reached).filter((zone) => reached.includes(zone));
  // What the file asks for outside of its subnets stays, for a finding to name.
  return both.length > 0 ? both : asked;
}

/** Zones of capacity that is bought already. */
export function reservedZones({ purchase }: PoolSpec): readonly string[] {
  const zones = purchase.flatMap((option) =>
    "zone" in option && option.zone !== undefined ? [option.zone] : [],
  );
  return [...new Set(zones)];
}
