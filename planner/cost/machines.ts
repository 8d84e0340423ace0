import type { Catalog } from "../../catalog/catalog.ts";
import type { CloudName } from "../../catalog/types.ts";
import type { PoolOptionPlan, PoolPlan, SystemPoolPlan } from "../plan/pool.ts";
import { type CostLine, type PriceOrigin, steadyLine } from "./cost-line.ts";

/** Machines of the pools at full size, one line for each purchase option with nodes. */
export function poolLines(
  pool: PoolPlan,
  region: string,
  catalog: Catalog,
  cloud: CloudName = "aws",
): CostLine[] {
  const lines: CostLine[] = [];
  let left = pool.nodes;
  let idle = pool.minNodes;
  for (const option of pool.options) {
    const nodes = Math.min(option.nodes, left);
    left -= nodes;
    if (nodes === 0) continue;
    const idleNodes = Math.min(nodes, idle);
    idle -= idleNodes;
    lines.push(optionLine(pool, option, { nodes, idleNodes }, { region, cloud }, catalog));
  }
  return lines;
}

function optionLine(
  pool: PoolPlan,
  option: PoolOptionPlan,
  { nodes, idleNodes }: { readonly nodes: number; readonly idleNodes: number },
  { region, cloud }: Place,
  catalog: Catalog,
): CostLine {
  const each = option.usdPerHourPerNode;
  const line = steadyLine(
    `${option.id}: ${nodes} × ${pool.machine}`,
    "machines",
    each === null ? null : nodes * each,
    originOf(option, pool.machine, { region, cloud }, catalog),
    noteOf(option, pool.machine, { region, cloud }, catalog),
  );
  return { ...line, idleUsdPerHour: each === null ? null : idleNodes * each };
}

/** CPU nodes beside the work: what runs as planned, which nothing scales. */
export function systemPoolLine(
  pool: SystemPoolPlan,
  region: string,
  catalog: Catalog,
  cloud: CloudName = "aws",
): CostLine {
  const [machine = "machine"] = pool.machines;
  const price = catalog.machinePrice(cloud, machine, region);
  return steadyLine(
    `${pool.name}: ${pool.size.desired} × ${machine}`,
    "machines",
    pool.usdPerHourPerNode === null ? null : pool.size.desired * pool.usdPerHourPerNode,
    { source: price?.source ?? null, date: price?.date ?? null },
    "The first machine type of the group; the others cost about the same.",
  );
}

interface Place {
  readonly region: string;
  readonly cloud: CloudName;
}

function originOf(
  option: PoolOptionPlan,
  machine: string,
  { region, cloud }: Place,
  catalog: Catalog,
): PriceOrigin {
  const price = catalog.machinePrice(cloud, machine, region);
  const block = option.purchase === "capacity-block" ? blockPrice(machine, region, catalog) : undefined;
  if (option.usdPerHourPerNode === null) return { source: null, date: null };
  if (block !== undefined) return { source: block.row.source, date: block.row.date };
  return option.purchase === "spot"
    ? { source: price?.spotSource ?? null, date: price?.spotDate ?? null }
    : { source: price?.source ?? null, date: price?.date ?? null };
}

function blockPrice(machine: string, region: string, catalog: Catalog) {
  const found = catalog.servicePrice("aws", `capacity-block-${machine}`, region);
  return found?.usd === null ? undefined : found;
}

/** What is known where the price is not. */
function noteOf(
  option: PoolOptionPlan,
  machine: string,
  { region, cloud }: Place,
  catalog: Catalog,
): string | null {
  const onDemand = catalog.machinePrice(cloud, machine, region)?.onDemand ?? null;
  const beside = onDemand === null ? "" : `; on demand a machine lists at USD ${onDemand} per hour`;
  if (option.usdPerHourPerNode !== null) return originNote[option.purchase] ?? null;
  return option.purchase === "capacity-block"
    ? `paid up front at the price of the offer${beside}`
    : `no source has a price of ${machine} in ${region} as ${option.purchase}${beside}`;
}

const originNote: Readonly<Partial<Record<PoolOptionPlan["purchase"], string>>> = {
  spot: "Spot prices change all the time: a figure of the given date.",
  reservation: "A reservation is paid at the on-demand price whether it is used or not.",
  "capacity-block": "Paid up front; the price of the offer decides.",
};
