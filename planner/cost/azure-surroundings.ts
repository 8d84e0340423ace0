import type { Catalog } from "../../catalog/catalog.ts";
import type { AzureNetworkPlan } from "../plan/azure.ts";
import type { ClusterPlan } from "../plan/cluster.ts";
import type { AzureCostInput } from "./azure.ts";
import { azureHourly, azurePrice } from "./azure-price.ts";
import { type CostLine, useLine } from "./cost-line.ts";

/** The control plane by its tier; the Free tier and an existing cluster have no line. */
export function azureControlPlaneLine(
  { existing, azure }: ClusterPlan,
  region: string,
  catalog: Catalog,
): readonly CostLine[] {
  if (existing !== null || azure === undefined || azure.tier === "Free") return [];
  const price = azurePrice(catalog, `aks-control-plane-${azure.tier.toLowerCase()}`, region);
  return [azureHourly(`AKS control plane, ${azure.tier}`, "control-plane", 1, price, region)];
}

/** Ways out of the network, and private doors to storage accounts. */
export function azureNetworkLines(
  { natGateway, privateEndpoints }: AzureNetworkPlan,
  region: string,
  catalog: Catalog,
): readonly CostLine[] {
  const doors = privateEndpoints.length;
  const out =
    natGateway === null
      ? []
      : [
          azureHourly("NAT gateway", "network", 1, azurePrice(catalog, "nat-gateway", region), region),
          azureHourly(
            `Public addresses: ${natGateway.publicAddresses}`,
            "network",
            natGateway.publicAddresses,
            azurePrice(catalog, "public-ipv4", region),
            region,
          ),
          useLine(
            "NAT gateway: data",
            "network",
            azurePrice(catalog, "nat-gateway-data", region),
            "data that passes",
          ),
        ];
  const price = azurePrice(catalog, "private-endpoint", region);
  return doors === 0
    ? out
    : [...out, azureHourly(`Private endpoints: ${doors}`, "network", doors, price, region)];
}

/** Logs, and a load balancer in front of what is exposed: paid by what passes. */
export function azureUseLines(
  { region, cluster, workloads }: AzureCostInput,
  catalog: Catalog,
): readonly CostLine[] {
  const exposed = workloads.some((each) => each.kind === "serving" && each.expose !== undefined);
  const logs = azurePrice(catalog, "log-analytics-ingest", region);
  const balancer = azurePrice(catalog, "load-balancer-data", region);
  return [
    ...(cluster.existing === null ? [useLine("Logs", "observability", logs, "control-plane logs")] : []),
    ...(exposed ? [useLine("Load balancer", "network", balancer, "data that passes")] : []),
  ];
}
