import type { Catalog } from "../../catalog/catalog.ts";
import type { ClusterPlan } from "../plan/cluster.ts";
import type { CostPlan } from "../plan/figures.ts";
import type { GcpNetworkPlan } from "../plan/gcp.ts";
import type { GcpStoragePlan } from "../plan/gcp-storage.ts";
import type { PoolPlan, SystemPoolPlan } from "../plan/pool.ts";
import { gcpDiskLine, gcpLogLines, gcpNetworkLines, gcpStorageLines, gkeLines } from "./gcp-surroundings.ts";
import { poolLines, systemPoolLine } from "./machines.ts";
import { costPlan } from "./total.ts";

export interface GcpCostInput {
  readonly region: string;
  readonly pools: readonly PoolPlan[];
  readonly systemPools: readonly SystemPoolPlan[];
  readonly network: GcpNetworkPlan;
  readonly cluster: ClusterPlan;
  readonly storage: readonly GcpStoragePlan[];
}

/** What an environment on Google Cloud costs at full size, idle, and in a month of 730 hours. Fabric networks cost nothing. */
export function planGcpCost(input: GcpCostInput, catalog: Catalog): CostPlan {
  const { region, pools, systemPools, network, cluster, storage } = input;
  const disks = [
    ...pools.map(({ name, disk, nodes, minNodes }) => ({ name, disk, nodes, idleNodes: minNodes })),
    ...systemPools.map(({ name, disk, size }) => ({
      name,
      disk,
      nodes: size.desired,
      idleNodes: size.desired,
    })),
  ];
  return costPlan([
    ...pools.flatMap((pool) => poolLines(pool, region, catalog, "gcp")),
    ...systemPools.map((pool) => systemPoolLine(pool, region, catalog, "gcp")),
    ...disks.map((each) => gcpDiskLine(each, region, catalog)).filter((line) => line !== undefined),
    ...gkeLines(cluster, region, catalog),
    ...storage.flatMap((plan) => gcpStorageLines(plan, region, catalog)),
    ...gcpNetworkLines(network, region, catalog),
    ...gcpLogLines(region, catalog),
  ]);
}
