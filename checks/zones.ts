import type { Facts, NodeGroupFact } from "./facts.ts";

const ZONE_ID = /^[a-z]+\d*-az\d+$/;

/** Whether it is an AWS zone id (`use1-az4`): the same in every account, unlike the zone's name (`us-east-1a`). */
export function isZoneId(zone: string): boolean {
  return ZONE_ID.test(zone);
}

/** Whether both are ids or both are names: only then can one be compared with the other. */
export function sameNaming(one: string, other: string): boolean {
  return isZoneId(one) === isZoneId(other) && one.includes("#") === other.includes("#");
}

/** Zones of a node group: its own, or those of its subnets. `undefined` when one of them is not known. */
export function zonesOf(facts: Facts, group: NodeGroupFact): readonly string[] | undefined {
  return group.zones ?? zonesOfSubnets(facts, group.subnets);
}

export function zonesOfSubnets(
  facts: Facts,
  subnets: readonly string[] | undefined,
): readonly string[] | undefined {
  if (subnets === undefined) return undefined;
  const zones = new Set<string>();
  for (const subnet of subnets) {
    const zone = facts.subnetZones[subnet];
    if (zone === undefined) return undefined;
    zones.add(zone);
  }
  return [...zones];
}
