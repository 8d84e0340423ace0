import type { Catalog } from "../../catalog/catalog.ts";

/**
 * Zones of a region that offer the ordinary machines of system pools. In the few that do not, some of which the control
 * plane of EKS cannot use either, the planner places nothing by itself.
 * https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
 */
export function ordinaryZones(region: string, catalog: Catalog): ReadonlySet<string> {
  const zones = new Set<string>();
  for (const { offered } of catalog.cpuMachines("aws")) {
    for (const zone of offered[region] ?? []) zones.add(zone);
  }
  return zones;
}
