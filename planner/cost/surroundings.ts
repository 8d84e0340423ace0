import type { Catalog } from "../../catalog/catalog.ts";
import type { WorkloadSpec } from "../../spec/schema/workload.ts";
import type { ClusterPlan } from "../plan/cluster.ts";
import type { GuardrailsPlan } from "../plan/guardrails.ts";
import type { AwsNetworkPlan } from "../plan/network.ts";
import { type CostLine, monthly, steadyLine, unitPrice, useLine } from "./cost-line.ts";

/** The control plane; an existing one is on its owner's bill. Extended support costs six times as much. */
export function controlPlaneLines(cluster: ClusterPlan, region: string, catalog: Catalog): CostLine[] {
  if (cluster.existing !== null) return [];
  const extended = cluster.support === "extended";
  const price = unitPrice(catalog, extended ? "eks-control-plane-extended" : "eks-control-plane", region);
  const note = extended ? `Kubernetes ${cluster.version} is in extended support.` : null;
  return [steadyLine("EKS control plane", "control-plane", price.usd, price, note)];
}

/** Ways out of the network and ways to AWS services; those of an existing network are on its owner's bill. */
export function networkLines(network: AwsNetworkPlan, region: string, catalog: Catalog): CostLine[] {
  if (network.existing !== null) return [];
  const gateways = network.natZones.length;
  const endpoints = network.endpoints.filter(({ type }) => type === "interface").length;
  const zones = new Set(network.subnets.filter(({ role }) => role === "nodes").map(({ zone }) => zone)).size;
  const nat = unitPrice(catalog, "nat-gateway", region);
  const address = unitPrice(catalog, "public-ipv4", region);
  const endpoint = unitPrice(catalog, "interface-endpoint", region);
  return [
    ...(gateways === 0
      ? []
      : [
          hourly(`NAT gateways: ${gateways}`, gateways, nat, region),
          hourly(`Public addresses: ${gateways}`, gateways, address, region),
          useLine(
            "NAT gateways: data",
            "network",
            unitPrice(catalog, "nat-gateway-data", region),
            "data that passes",
          ),
        ]),
    ...(endpoints === 0
      ? []
      : [hourly(`Interface endpoints: ${endpoints} in ${zones} zones`, endpoints * zones, endpoint, region)]),
  ];
}

/** A load balancer in front of everything that is exposed. */
export function exposureLines(
  workloads: readonly WorkloadSpec[],
  region: string,
  catalog: Catalog,
): CostLine[] {
  const exposed = workloads.filter((each) => each.kind === "serving" && each.expose !== undefined);
  if (exposed.length === 0) return [];
  return [hourly("Load balancer", 1, unitPrice(catalog, "load-balancer", region), region)];
}

/** Logs and audit trail: paid by what is written, which only the work decides. */
export function observabilityLines(
  { guardrails, network }: { readonly guardrails: GuardrailsPlan; readonly network: AwsNetworkPlan },
  region: string,
  catalog: Catalog,
): CostLine[] {
  const logs = unitPrice(catalog, "cloudwatch-logs-ingest", region);
  const what =
    network.flowLogs && network.existing === null ? "control-plane and flow logs" : "control-plane logs";
  const trail = useLine(
    "Audit trail",
    "observability",
    unitPrice(catalog, "cloudtrail-management-copy", region),
    "management events; the first trail of an account has no price",
  );
  return [useLine("Logs", "observability", logs, what), ...(guardrails.auditTrail ? [trail] : [])];
}

/** The key of the environment's own. */
export function keyLines({ kmsKeyArn }: GuardrailsPlan, region: string, catalog: Catalog): CostLine[] {
  if (kmsKeyArn !== null) return [];
  const price = unitPrice(catalog, "kms-key", region);
  return [steadyLine("Encryption key", "security", monthly(1, price), price)];
}

function hourly(name: string, count: number, price: ReturnType<typeof unitPrice>, region: string): CostLine {
  const note = price.usd === null ? `no source has the price in ${region}` : null;
  return steadyLine(name, "network", price.usd === null ? null : count * price.usd, price, note);
}
