import type { Catalog } from "../../catalog/catalog.ts";
import type { WorkloadSpec } from "../../spec/schema/workload.ts";
import type { AzureNetworkPlan, AzureStoragePlan } from "../plan/azure.ts";
import type { ClusterPlan } from "../plan/cluster.ts";
import type { CostItem, CostPlan } from "../plan/figures.ts";
import type { GuardrailsPlan } from "../plan/guardrails.ts";
import type { PoolPlan, SystemPoolPlan } from "../plan/pool.ts";
import { azureDiskLines } from "./azure-disks.ts";
import { azurePoolLines, azureSystemPoolLine } from "./azure-machines.ts";
import { azureStorageLine } from "./azure-storage.ts";
import { azureControlPlaneLine, azureNetworkLines, azureUseLines } from "./azure-surroundings.ts";
import { type CostLine, HOURS_PER_MONTH } from "./cost-line.ts";

export interface AzureCostInput {
  readonly region: string;
  readonly pools: readonly PoolPlan[];
  readonly systemPools: readonly SystemPoolPlan[];
  readonly network: AzureNetworkPlan;
  readonly cluster: ClusterPlan;
  readonly storage: readonly AzureStoragePlan[];
  readonly guardrails: GuardrailsPlan;
  readonly workloads: readonly WorkloadSpec[];
}

/**
 * What an environment costs at full size, idle (elastic pools at their smallest) and in a month of 730 hours at full
 * size. Items without a known price, and those paid by use, are listed and left out of the totals.
 */
export function planAzureCost(input: AzureCostInput, catalog: Catalog): CostPlan {
  const lines = linesOf(input, catalog);
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

function linesOf(input: AzureCostInput, catalog: Catalog): readonly CostLine[] {
  const { region, pools, systemPools, storage } = input;
  return [
    ...pools.flatMap((pool) => azurePoolLines(pool, region, catalog)),
    ...systemPools.flatMap((pool) => azureSystemPoolLine(pool, region, catalog)),
    ...azureDiskLines(pools, systemPools, region, catalog),
    ...azureControlPlaneLine(input.cluster, region, catalog),
    ...storage.flatMap((plan) => azureStorageLine(plan, region, catalog)),
    ...azureNetworkLines(input.network, region, catalog),
    ...azureUseLines(input, catalog),
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
