import type { Catalog } from "../../catalog/catalog.ts";
import type { WorkloadSpec } from "../../spec/schema/workload.ts";
import type { ClusterPlan } from "../plan/cluster.ts";
import type { CostItem, CostPlan } from "../plan/figures.ts";
import type { GuardrailsPlan } from "../plan/guardrails.ts";
import type { AwsNetworkPlan } from "../plan/network.ts";
import type { PoolPlan, SystemPoolPlan } from "../plan/pool.ts";
import type { AwsStoragePlan } from "../plan/storage.ts";
import { type CostLine, HOURS_PER_MONTH } from "./cost-line.ts";
import { diskLine } from "./disks.ts";
import { poolLines, systemPoolLine } from "./machines.ts";
import { storageLines } from "./storage.ts";
import {
  controlPlaneLines,
  exposureLines,
  keyLines,
  networkLines,
  observabilityLines,
} from "./surroundings.ts";

export interface CostInput {
  readonly region: string;
  readonly pools: readonly PoolPlan[];
  readonly systemPools: readonly SystemPoolPlan[];
  readonly network: AwsNetworkPlan;
  readonly cluster: ClusterPlan;
  readonly storage: readonly AwsStoragePlan[];
  readonly guardrails: GuardrailsPlan;
  readonly workloads: readonly WorkloadSpec[];
}

/**
 * What an environment costs at full size, idle (elastic pools at their smallest) and in a month of 730 hours at full
 * size. Items without a known price, and those paid by use, are listed and left out of the totals.
 */
export function planAwsCost(input: CostInput, catalog: Catalog): CostPlan {
  const lines = [...machineLines(input, catalog), ...otherLines(input, catalog)];
  const usdPerHour = total(lines.map((line) => line.usdPerHour));
  return {
    usdPerHour: cents(usdPerHour),
    usdPerMonth: cents(usdPerHour * HOURS_PER_MONTH),
    usdPerHourIdle: cents(total(lines.map((line) => line.idleUsdPerHour))),
    items: lines.map(toItem),
    unknown: lines.filter(({ usdPerHour: usd, byUse }) => usd === null && !byUse).map(({ name }) => name),
    byUse: lines.filter(({ byUse }) => byUse).map(({ name }) => name),
  };
}

function machineLines({ region, pools, systemPools }: CostInput, catalog: Catalog): CostLine[] {
  return [
    ...pools.flatMap((pool) => poolLines(pool, region, catalog)),
    ...systemPools.map((pool) => systemPoolLine(pool, region, catalog)),
  ];
}

function otherLines(input: CostInput, catalog: Catalog): CostLine[] {
  const { region, pools, systemPools, network, cluster, storage, guardrails, workloads } = input;
  const disks = [
    ...pools.map(({ name, disk, nodes, minNodes }) => ({ name, disk, nodes, idleNodes: minNodes })),
    ...systemPools.map(({ name, disk, size }) => ({
      name,
      disk,
      nodes: size.desired,
      idleNodes: size.desired,
    })),
  ];
  return [
    ...disks.map((each) => diskLine(each, region, catalog)).filter((line) => line !== undefined),
    ...controlPlaneLines(cluster, region, catalog),
    ...storage.flatMap((plan) => storageLines(plan, region, catalog)),
    ...networkLines(network, region, catalog),
    ...exposureLines(workloads, region, catalog),
    ...observabilityLines({ guardrails, network }, region, catalog),
    ...keyLines(guardrails, region, catalog),
  ];
}

function toItem({ idleUsdPerHour: _, byUse: __, ...item }: CostLine): CostItem {
  return { ...item, usdPerHour: item.usdPerHour === null ? null : fine(item.usdPerHour) };
}

function total(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function cents(usd: number): number {
  return Math.round(usd * 100) / 100;
}

/** Small items stay visible: to a hundredth of a cent. */
function fine(usd: number): number {
  return Math.round(usd * 10_000) / 10_000;
}
