import type { Catalog } from "../../catalog/catalog.ts";
import type { DiskPlan, PoolPlan, SystemPoolPlan } from "../plan/pool.ts";
import { azurePrice } from "./azure-price.ts";
import { type CostLine, monthly, steadyLine } from "./cost-line.ts";

/** Sizes that premium SSDs are billed in: a disk costs what the next larger one does. https://learn.microsoft.com/azure/virtual-machines/disks-types#premium-ssds */
const BILLED_GIB = [4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_767] as const;
const NAMES = [
  "p1",
  "p2",
  "p3",
  "p4",
  "p6",
  "p10",
  "p15",
  "p20",
  "p30",
  "p40",
  "p50",
  "p60",
  "p70",
  "p80",
] as const;

/** Root disks of pools whose nodes have managed ones; an ephemeral one is part of the machine. */
export function azureDiskLines(
  pools: readonly PoolPlan[],
  systemPools: readonly SystemPoolPlan[],
  region: string,
  catalog: Catalog,
): readonly CostLine[] {
  const disks = [
    ...pools.map(({ name, disk, nodes, minNodes }) => ({ name, disk, nodes, idleNodes: minNodes })),
    ...systemPools.map(({ name, disk, size }) => ({
      name,
      disk,
      nodes: size.desired,
      idleNodes: size.desired,
    })),
  ];
  return disks
    .filter(({ disk, nodes }) => disk.type === "premium-ssd" && nodes > 0)
    .map((each) => diskLine(each, region, catalog));
}

function diskLine(
  {
    name,
    disk,
    nodes,
    idleNodes,
  }: { readonly name: string; readonly disk: DiskPlan; readonly nodes: number; readonly idleNodes: number },
  region: string,
  catalog: Catalog,
): CostLine {
  const size = BILLED_GIB.findIndex((billed) => billed >= disk.sizeGiB);
  const tier = NAMES[size] ?? "p80";
  const price = azurePrice(catalog, `managed-disk-${tier}`, region);
  const each = monthly(1, price);
  const line = steadyLine(
    `${name}: ${nodes} root disks of ${disk.sizeGiB} GiB`,
    "disks",
    each === null ? null : nodes * each,
    price,
    each === null ? `no source has the price of ${tier.toUpperCase()} in ${region}` : null,
  );
  return { ...line, idleUsdPerHour: each === null ? null : idleNodes * each };
}
