import type { Catalog } from "../../catalog/catalog.ts";
import type { ClusterPlan } from "../plan/cluster.ts";
import type { GcpNetworkPlan } from "../plan/gcp.ts";
import type { GcpStoragePlan } from "../plan/gcp-storage.ts";
import type { DiskPlan } from "../plan/pool.ts";
import { type CostLine, monthly, steadyLine, unitPrice, useLine } from "./cost-line.ts";

/** The control plane; an existing one is on its owner's bill. */
export function gkeLines(cluster: ClusterPlan, region: string, catalog: Catalog): CostLine[] {
  if (cluster.existing !== null) return [];
  const service = cluster.support === "extended" ? "gke-control-plane-extended" : "gke-control-plane";
  const price = unitPrice(catalog, service, region, "gcp");
  const note = price.usd === null ? "no source has the fee of extended support" : null;
  return [steadyLine("GKE control plane", "control-plane", price.usd, price, note)];
}

/** The way out of the network, with what it carries; an existing network brings its own. */
export function gcpNetworkLines(network: GcpNetworkPlan, region: string, catalog: Catalog): CostLine[] {
  if (network.nat === null) return [];
  const gateway = unitPrice(catalog, "cloud-nat-gateway", region, "gcp");
  const data = unitPrice(catalog, "cloud-nat-data", region, "gcp");
  return [
    steadyLine("Cloud NAT", "network", gateway.usd, gateway, "With 32 machines or more behind it."),
    useLine("Cloud NAT data", "network", data, "what leaves and enters through it"),
  ];
}

export function gcpLogLines(region: string, catalog: Catalog): CostLine[] {
  const logs = unitPrice(catalog, "cloud-logging-ingest", region, "gcp");
  return [useLine("Cloud Logging", "observability", logs, "what is written")];
}

/** Root disks of the nodes of a pool. */
export function gcpDiskLine(
  {
    name,
    disk,
    nodes,
    idleNodes,
  }: {
    readonly name: string;
    readonly disk: DiskPlan;
    readonly nodes: number;
    readonly idleNodes: number;
  },
  region: string,
  catalog: Catalog,
): CostLine | undefined {
  if (nodes === 0) return undefined;
  const price = unitPrice(catalog, disk.type, region, "gcp");
  const each = monthly(disk.sizeGiB, price);
  const line = steadyLine(
    `${name}: ${nodes} root disks of ${disk.sizeGiB} GiB`,
    "disks",
    each === null ? null : nodes * each,
    price,
    each === null ? `no source has the price of ${disk.type}` : null,
  );
  return { ...line, idleUsdPerHour: each === null ? null : idleNodes * each };
}

/** What storage costs. What exists already is on its owner's bill. */
export function gcpStorageLines(plan: GcpStoragePlan, region: string, catalog: Catalog): CostLine[] {
  if (plan.existing !== null) return [];
  const price = (service: string) => unitPrice(catalog, service, region, "gcp");
  switch (plan.product) {
    case "gcs":
      return [useLine(`${plan.name}: bucket`, "storage", price("gcs-standard"), "what it holds")];
    case "managed-lustre":
      return [sized(plan, "Managed Lustre", price(`managed-lustre-${plan.mbpsPerTiB}`), region)];
    case "filestore":
      return [sized(plan, "Filestore", price(`filestore-${plan.tier.toLowerCase()}`), region)];
    case "hyperdisk-ml":
      return [sized(plan, "Hyperdisk ML", price("hyperdisk-ml"), region)];
  }
}

function sized(
  { name, sizeGiB }: GcpStoragePlan,
  product: string,
  price: ReturnType<typeof unitPrice>,
  region: string,
): CostLine {
  return steadyLine(
    `${name}: ${product}, ${sizeGiB ?? 0} GiB`,
    "storage",
    monthly(sizeGiB ?? 0, price),
    price,
    price.usd === null ? `no source has the price of ${product} in ${region}` : null,
  );
}
