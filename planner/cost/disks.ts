import type { Catalog } from "../../catalog/catalog.ts";
import type { DiskPlan } from "../plan/pool.ts";
import { type CostLine, monthly, steadyLine, unitPrice } from "./cost-line.ts";

/** What gp3 includes: https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html */
const INCLUDED_IOPS = 3000;
const INCLUDED_MBPS = 125;

export interface NodeDisks {
  readonly name: string;
  readonly disk: DiskPlan;
  readonly nodes: number;
  readonly idleNodes: number;
}

/** Root disks of the nodes of a pool; `undefined` where they cost nothing by themselves. */
export function diskLine(
  { name, disk, nodes, idleNodes }: NodeDisks,
  region: string,
  catalog: Catalog,
): CostLine | undefined {
  if (disk.type !== "gp3" || nodes === 0) return undefined;
  const size = unitPrice(catalog, "ebs-gp3", region);
  const iops = Math.max(0, (disk.iops ?? INCLUDED_IOPS) - INCLUDED_IOPS);
  const throughput = Math.max(0, (disk.throughputMBps ?? INCLUDED_MBPS) - INCLUDED_MBPS);
  const each = sum([
    monthly(disk.sizeGiB, size),
    iops === 0 ? 0 : monthly(iops, unitPrice(catalog, "ebs-gp3-iops", region)),
    throughput === 0 ? 0 : monthly(throughput, unitPrice(catalog, "ebs-gp3-throughput", region)),
  ]);
  const line = steadyLine(
    `${name}: ${nodes} root ${nodes === 1 ? "disk" : "disks"} of ${disk.sizeGiB} GiB`,
    "disks",
    each === null ? null : nodes * each,
    size,
    each === null ? `no source has the price of gp3 in ${region}` : null,
  );
  return { ...line, idleUsdPerHour: each === null ? null : idleNodes * each };
}

function sum(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>(
    (total, part) => (total === null || part === null ? null : total + part),
    0,
  );
}
