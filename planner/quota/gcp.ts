import type { Machine, QuotaName, UsageClass } from "../../catalog/types.ts";
import type { FindingKind } from "../../spec/finding.ts";
import type { PlanContext } from "../context.ts";
import type { QuotaPlan } from "../plan/figures.ts";
import type { GcpNetworkPlan } from "../plan/gcp.ts";
import type { GcpStoragePlan } from "../plan/gcp-storage.ts";
import type { PoolPlan, SystemPoolPlan } from "../plan/pool.ts";
import { QuotaTable } from "./quota-table.ts";

export const quotaNameUnknown: FindingKind = {
  code: "quota-name-unknown",
  severity: "info",
  title: "The quota that counts a machine is known by its name.",
  source: "https://github.com/GoogleCloudPlatform/cluster-toolkit/pull/5422",
};

export interface GcpQuotaInput {
  readonly pools: readonly PoolPlan[];
  readonly systemPools: readonly SystemPoolPlan[];
  readonly network: GcpNetworkPlan;
  readonly storage: readonly GcpStoragePlan[];
}

/** What an environment takes from the project's quotas at full size, by Compute Engine's own names. */
export function planGcpQuota(input: GcpQuotaInput, context: PlanContext): QuotaPlan[] {
  const table = new QuotaTable();
  input.pools.forEach((pool) => {
    addPool(table, pool, context);
  });
  for (const { name, machines, size } of input.systemPools) {
    const machine = machines[0] === undefined ? undefined : context.catalog.machine("gcp", machines[0]);
    addMachines(table, machine?.quota.onDemand ?? null, size.max, name);
  }
  addNetworks(table, input.network);
  addStorage(table, input.storage);
  return table.rows();
}

function addPool(table: QuotaTable, pool: PoolPlan, context: PlanContext): void {
  const machine = context.catalog.machine("gcp", pool.machine);
  for (const option of pool.options) {
    // Every option of an elastic pool may have to supply all of it.
    const nodes = pool.elastic ? Math.max(option.nodes, pool.nodes) : option.nodes;
    if (machine === undefined || nodes === 0 || isReserved(option.purchase)) continue;
    const quota = quotaOf(machine, option.purchase);
    if (quota === null) reportUnknown(pool, option.id, context);
    addMachines(table, quota, nodes, option.id);
    if (isGpu(pool) && option.purchase === "on-demand") addAllRegions(table, pool, nodes, option.id);
  }
}

/** Reserved machines were counted when they were reserved. */
function isReserved(purchase: UsageClass): boolean {
  return purchase === "reservation" || purchase === "calendar";
}

function isGpu({ gcp }: PoolPlan): boolean {
  return gcp?.accelerator != null;
}

/** Flex-start and queued nodes count as preemptible ones. https://cloud.google.com/compute/resource-usage */
function quotaOf({ quota }: Machine, purchase: UsageClass): QuotaName | null {
  return purchase === "on-demand" ? quota.onDemand : quota.spot;
}

function addMachines(table: QuotaTable, quota: QuotaName | null, machines: number, user: string): void {
  if (quota === null || machines === 0) return;
  table.add({
    name: quota.name,
    code: null,
    service: "compute.googleapis.com",
    needed: quota.perMachine * machines,
    unit: quota.unit,
    default: null,
    for: user,
  });
}

/** A second quota counts GPUs of every type and region together. */
function addAllRegions(table: QuotaTable, pool: PoolPlan, nodes: number, user: string): void {
  table.add({
    name: "GPUS_ALL_REGIONS",
    code: null,
    service: "compute.googleapis.com",
    needed: Math.ceil(pool.acceleratorsPerNode) * nodes,
    unit: "accelerator",
    default: null,
    for: user,
  });
}

function addNetworks(table: QuotaTable, { existing, fabric, nat }: GcpNetworkPlan): void {
  const own = existing === null ? 1 : 0;
  const subnets = own + fabric.reduce((sum, network) => sum + network.subnets.length, 0);
  const common = { code: null, service: "compute.googleapis.com", default: null, for: "network" };
  if (own + fabric.length > 0) {
    table.add({ ...common, name: "NETWORKS", needed: own + fabric.length, unit: "network" });
  }
  if (subnets > 0) table.add({ ...common, name: "SUBNETWORKS", needed: subnets, unit: "subnet" });
  if (nat !== null) table.add({ ...common, name: "ROUTERS", needed: 1, unit: "router" });
}

function addStorage(table: QuotaTable, storage: readonly GcpStoragePlan[]): void {
  for (const { product, existing, sizeGiB, name } of storage) {
    if (existing !== null || sizeGiB === null) continue;
    const quota = STORAGE_QUOTAS[product];
    if (quota === undefined) continue;
    table.add({ ...quota, code: null, needed: sizeGiB, unit: "GiB", default: null, for: name });
  }
}

const STORAGE_QUOTAS: Readonly<
  Partial<Record<GcpStoragePlan["product"], { readonly name: string; readonly service: string }>>
> = {
  "managed-lustre": { name: "Capacity", service: "lustre.googleapis.com" },
  "hyperdisk-ml": { name: "HDML_TOTAL_GB", service: "compute.googleapis.com" },
};

function reportUnknown({ name, machine }: PoolPlan, option: string, context: PlanContext): void {
  context.report(quotaNameUnknown, {
    path: ["pools"],
    message: `${option}: no source names the quota that counts ${machine} of ${name}.`,
    got: machine,
    hint: `Look for it before deploying: gcloud compute regions describe REGION --format="json(quotas)"`,
  });
}
