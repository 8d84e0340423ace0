import type { Machine, QuotaName, UsageClass } from "../../catalog/types.ts";
import type { FindingKind } from "../../spec/finding.ts";
import type { PlanContext } from "../context.ts";
import type { QuotaPlan } from "../plan/figures.ts";
import type { AwsNetworkPlan } from "../plan/network.ts";
import type { PoolPlan, SystemPoolPlan } from "../plan/pool.ts";
import type { AwsStoragePlan } from "../plan/storage.ts";
import { fixedQuotas } from "./aws-fixed.ts";
import { QuotaTable } from "./quota-table.ts";

export const quotaAboveDefault: FindingKind = {
  code: "quota-above-default",
  severity: "warning",
  title: "What an environment needs lies within what an account may have without asking.",
  source: "https://docs.aws.amazon.com/servicequotas/latest/userguide/request-quota-increase.html",
};

export interface QuotaInput {
  readonly pools: readonly PoolPlan[];
  readonly systemPools: readonly SystemPoolPlan[];
  readonly network: AwsNetworkPlan;
  readonly storage: readonly AwsStoragePlan[];
  /** Whether the cluster exists already. */
  readonly existingCluster: boolean;
}

/** What an environment takes from the account's quotas at full size, by the cloud's own quota names. */
export function planAwsQuota(input: QuotaInput, context: PlanContext): QuotaPlan[] {
  const table = new QuotaTable();
  for (const pool of input.pools) addPool(table, pool, context);
  for (const { name, machines, size } of input.systemPools) {
    const machine = machines[0] === undefined ? undefined : context.catalog.machine("aws", machines[0]);
    addMachines(table, machine?.quota.onDemand ?? null, size.max, name);
  }
  for (const quota of fixedQuotas(input, context.catalog)) table.add(quota);
  const quotas = table.rows();
  for (const quota of quotas) reportAboveDefault(quota, context);
  return quotas;
}

function addPool(table: QuotaTable, pool: PoolPlan, context: PlanContext): void {
  const machine = context.catalog.machine("aws", pool.machine);
  for (const option of pool.options) {
    // Every option of an elastic pool may have to supply all of it.
    const nodes = pool.elastic ? Math.max(option.nodes, pool.nodes) : option.nodes;
    if (option.purchase === "capacity-block") addCapacityBlock(table, nodes, option.id, context);
    else if (machine !== undefined) addMachines(table, quotaOf(machine, option.purchase), nodes, option.id);
  }
}

/**
 * Reservations count towards the on-demand quota.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html (InstanceLimitExceeded)
 */
function quotaOf({ quota }: Machine, purchase: UsageClass): QuotaName | null {
  return purchase === "spot" ? quota.spot : quota.onDemand;
}

function addMachines(table: QuotaTable, quota: QuotaName | null, machines: number, for_: string): void {
  if (quota === null || machines === 0) return;
  table.add({
    name: quota.name,
    code: quota.code,
    service: "ec2",
    needed: quota.perMachine * machines,
    unit: quota.unit,
    default: null,
    for: for_,
  });
}

/** Capacity Blocks have limits of their own: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-capacity-blocks.html */
function addCapacityBlock(table: QuotaTable, nodes: number, option: string, { catalog }: PlanContext): void {
  const limit = catalog.limit("aws", "ec2-capacity-block-instances-in-total");
  if (limit === undefined || nodes === 0) return;
  table.add({
    name: limit.name,
    code: limit.quotaCode,
    service: "ec2",
    needed: nodes,
    unit: "machine",
    default: limit.value,
    for: option,
  });
}

/** The cluster's own limits have checks of their own, which name the pools. */
function reportAboveDefault(quota: QuotaPlan, context: PlanContext): void {
  if (quota.default === null || quota.needed <= quota.default || quota.service === "eks") return;
  context.report(quotaAboveDefault, {
    path: [],
    message: `${quota.name}: ${quota.needed} needed, and a new account has ${quota.default}.`,
    got: quota.needed,
    allowed: quota.default,
    hint:
      quota.code === null
        ? "Ask AWS support to raise it before deploying."
        : `Raise it before deploying: aws service-quotas request-service-quota-increase --service-code ${quota.service} --quota-code ${quota.code} --desired-value ${quota.needed}`,
  });
}
