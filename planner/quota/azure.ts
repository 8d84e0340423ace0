import type { Machine } from "../../catalog/types.ts";
import type { PlanContext } from "../context.ts";
import type { AzureStoragePlan } from "../plan/azure.ts";
import type { QuotaPlan } from "../plan/figures.ts";
import type { PoolPlan, SystemPoolPlan } from "../plan/pool.ts";
import { quotaAboveDefault } from "./aws.ts";
import { QuotaTable } from "./quota-table.ts";

export interface AzureQuotaInput {
  readonly pools: readonly PoolPlan[];
  readonly systemPools: readonly SystemPoolPlan[];
  readonly storage: readonly AzureStoragePlan[];
}

/** All on-demand processors of a region, whatever their family, and all spot ones. https://learn.microsoft.com/azure/quotas/per-vm-quota-requests */
const REGIONAL = { name: "Total Regional Cores", code: "cores" } as const;
const SPOT = { name: "Total Regional Low-priority vCPUs", code: "lowPriorityCores" } as const;

/**
 * What an environment takes from the subscription's quotas at full size: processors of each family by its exact name,
 * and of the region over all families. Spot nodes count towards a quota of their own, whatever their family.
 */
export function planAzureQuota(input: AzureQuotaInput, context: PlanContext): QuotaPlan[] {
  const table = new QuotaTable();
  for (const pool of input.pools) {
    const machine = context.catalog.machine("azure", pool.machine);
    for (const option of pool.options) {
      // Every option of an elastic pool may have to supply all of it.
      const nodes = pool.elastic ? Math.max(option.nodes, pool.nodes) : option.nodes;
      if (machine !== undefined) addMachines(table, machine, nodes, option.purchase === "spot", option.id);
    }
  }
  for (const { name, machines, size } of input.systemPools) {
    const machine = machines[0] === undefined ? undefined : context.catalog.machine("azure", machines[0]);
    if (machine !== undefined) addMachines(table, machine, size.max, false, name);
  }
  addLustre(table, input.storage, context);
  const quotas = table.rows();
  for (const quota of quotas) report(quota, context);
  return quotas;
}

function addMachines(table: QuotaTable, machine: Machine, nodes: number, spot: boolean, user: string): void {
  if (nodes === 0) return;
  const use = { code: null, service: "Microsoft.Compute", unit: "vCPU", default: null, for: user };
  const needed = nodes * machine.vcpus;
  const family = machine.quota.onDemand;
  if (!spot && family !== null) table.add({ ...use, name: family.name, needed: nodes * family.perMachine });
  table.add({ ...use, ...(spot ? SPOT : REGIONAL), needed });
}

function addLustre(table: QuotaTable, storage: readonly AzureStoragePlan[], { catalog }: PlanContext): void {
  const limit = catalog.limit("azure", "amlfs-per-region");
  const made = storage.filter((plan) => plan.product === "azure-managed-lustre" && plan.existing === null);
  if (limit === undefined) return;
  for (const { name } of made) {
    table.add({
      name: limit.name,
      code: null,
      service: "Microsoft.StorageCache",
      needed: 1,
      unit: "file system",
      default: limit.value,
      for: name,
    });
  }
}

function report(quota: QuotaPlan, context: PlanContext): void {
  if (quota.default === null || quota.needed <= quota.default) return;
  context.report(quotaAboveDefault, {
    path: ["storage"],
    message: `${quota.name}: ${quota.needed} needed, and a subscription has ${quota.default}.`,
    got: quota.needed,
    allowed: quota.default,
    hint: "Ask Azure support to raise it before deploying.",
  });
}
