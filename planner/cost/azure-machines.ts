import type { Catalog } from "../../catalog/catalog.ts";
import type { PoolOptionPlan, PoolPlan, SystemPoolPlan } from "../plan/pool.ts";
import { type CostLine, steadyLine } from "./cost-line.ts";

const NOTES: Readonly<Partial<Record<PoolOptionPlan["purchase"], string>>> = {
  spot: "Spot prices change all the time: a figure of the given date.",
  reservation: "A capacity reservation is paid at the on-demand price whether it is used or not.",
};

/** Machines of a pool at full size, one line for each purchase option with nodes. */
export function azurePoolLines(pool: PoolPlan, region: string, catalog: Catalog): readonly CostLine[] {
  const lines: CostLine[] = [];
  let left = pool.nodes;
  let idle = pool.minNodes;
  for (const option of pool.options) {
    const nodes = Math.min(option.nodes, left);
    const idleNodes = Math.min(nodes, idle);
    left -= nodes;
    idle -= idleNodes;
    if (nodes > 0) lines.push(optionLine(pool, option, nodes, idleNodes, region, catalog));
  }
  return lines;
}

function optionLine(
  { machine }: PoolPlan,
  option: PoolOptionPlan,
  nodes: number,
  idleNodes: number,
  region: string,
  catalog: Catalog,
): CostLine {
  const each = option.usdPerHourPerNode;
  const price = catalog.machinePrice("azure", machine, region);
  const spot = option.purchase === "spot" && price?.spot !== null;
  const origin =
    each === null
      ? { source: null, date: null }
      : spot
        ? { source: price?.spotSource ?? null, date: price?.spotDate ?? null }
        : { source: price?.source ?? null, date: price?.date ?? null };
  const note =
    each === null ? `no source has a price of ${machine} in ${region}` : (NOTES[option.purchase] ?? null);
  const name = `${option.id}: ${nodes} × ${machine}`;
  const line = steadyLine(name, "machines", each === null ? null : nodes * each, origin, note);
  return { ...line, idleUsdPerHour: each === null ? null : idleNodes * each };
}

/** CPU nodes beside the work as planned; the spare pool stands at zero. */
export function azureSystemPoolLine(
  { name, machines, size, usdPerHourPerNode }: SystemPoolPlan,
  region: string,
  catalog: Catalog,
): readonly CostLine[] {
  const [machine = "machine"] = machines;
  if (size.desired === 0) return [];
  const price = catalog.machinePrice("azure", machine, region);
  const usd = usdPerHourPerNode === null ? null : size.desired * usdPerHourPerNode;
  const origin = { source: price?.source ?? null, date: price?.date ?? null };
  return [steadyLine(`${name}: ${size.desired} × ${machine}`, "machines", usd, origin)];
}
