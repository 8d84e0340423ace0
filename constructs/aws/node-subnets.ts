/** A subnet that nodes, file systems and endpoints can stand in. */
export interface NodeSubnet {
  /** Subnet id, or a reference to it. */
  readonly id: string;
  /** AWS zone id; `null` where an existing subnet's zone is unknown. */
  readonly zone: string | null;
}

/**
 * Ids of the subnets in the given zones. Where no subnet is known to be in one of them (existing subnets without a
 * zone), those of unknown zone are taken.
 */
export function subnetsIn(subnets: readonly NodeSubnet[], zones: readonly string[]): string[] {
  const inside = subnets.filter(({ zone }) => zone !== null && zones.includes(zone));
  const chosen = inside.length > 0 ? inside : subnets.filter(({ zone }) => zone === null);
  return chosen.map(({ id }) => id);
}

/** The first subnet of every zone; those of unknown zone all stand for themselves. */
export function onePerZone(subnets: readonly NodeSubnet[]): NodeSubnet[] {
  return subnets.filter(
    ({ zone }, index) => zone === null || subnets.findIndex((other) => other.zone === zone) === index,
  );
}
