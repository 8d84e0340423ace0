import type { Environment } from "../../spec/schema/environment.ts";
import type { PlanContext } from "../context.ts";
import type { AzureNetworkPlan } from "../plan/azure.ts";
import type { ApiAccessPlan } from "../plan/network.ts";
import { freeServices } from "./aws/free-ranges.ts";
import { type AzureDemand, azureDemands } from "./azure/demand.ts";
import { azureDoors } from "./azure/doors.ts";
import { checkAzureExisting, existingAzureNetwork } from "./azure/existing.ts";
import { azureNetworkRange, podRange, RESERVED_RANGES } from "./azure/ranges.ts";
import { azureSubnets, prefixNeededFor } from "./azure/subnets.ts";
import { networkTooSmall, noFreeRange } from "./finding-kinds.ts";
import { formatRange, parseRange, type Range } from "./ipv4.ts";
import type { NetworkInput } from "./network-input.ts";

/** Every node takes a /24 of the pods' range; each public address of the gateway serves this many nodes with ports. */
const NODES_PER_PUBLIC_ADDRESS = 500;
const MOST_PUBLIC_ADDRESSES = 16;

/**
 * The virtual network of an environment: one subnet for nodes, one for each thing that Azure wants alone in its subnet,
 * and pods in an overlay that takes nothing of the network.
 */
export function planAzureNetwork(
  environment: Environment,
  input: NetworkInput,
  context: PlanContext,
): AzureNetworkPlan {
  const { name } = environment;
  const existing = existingAzureNetwork(environment);
  const demands = azureDemands(environment, input);
  const nodes = nodesOf(demands);
  const avoid = environment.network.avoid.map(parseRange);
  const data = environment.azure?.resourceGroup ?? name;
  const doors = azureDoors(input.storage);
  const common = {
    cloud: "azure" as const,
    resourceGroups: { data, cluster: `${data}-cluster` },
    existing,
    api: apiAccess(environment),
    ...doors,
  };
  if (existing !== null) {
    checkAzureExisting(existing, demands, context);
    const taken = existing.cidr === null ? [] : [parseRange(existing.cidr)];
    return {
      ...common,
      cidrs: [],
      subnets: [],
      ...overlay(nodes, [...taken, ...avoid], context),
      natGateway: null,
    };
  }
  const range = azureNetworkRange(environment, avoid, context);
  const subnets = azureSubnets(range, demands);
  if (subnets === undefined) reportTooSmall(environment, range, demands, context);
  const publicAddresses = Math.min(
    MOST_PUBLIC_ADDRESSES,
    Math.max(1, Math.ceil(nodes / NODES_PER_PUBLIC_ADDRESS)),
  );
  return {
    ...common,
    cidrs: [formatRange(range)],
    subnets: subnets ?? [],
    ...overlay(nodes, [range, ...avoid], context),
    natGateway: { publicAddresses, idleTimeoutMinutes: 10 },
  };
}

function nodesOf(demands: readonly AzureDemand[]): number {
  return demands.find(({ role }) => role === "nodes")?.planned ?? 0;
}

/** Ranges that are seen inside the cluster only, and still must not hide what its pods want to reach. */
function overlay(
  nodes: number,
  taken: readonly Range[],
  context: PlanContext,
): Pick<AzureNetworkPlan, "podCidr" | "serviceCidr" | "dnsServiceIp"> {
  const avoid = [...taken, ...RESERVED_RANGES.map(({ range }) => range)];
  const pods = podRange(nodes, avoid);
  const services = freeServices(pods === undefined ? avoid : [...avoid, pods]);
  if (pods === undefined || services === undefined) {
    context.report(noFreeRange, {
      path: ["network", "avoid"],
      message: `network.avoid and the network leave no range for the cluster's ${pods === undefined ? `pods: ${nodes} nodes take a /24 each` : "services"}.`,
      hint: "Free a part of 100.64.0.0/10 for pods and 172.20.0.0/16 for services: both are seen inside the cluster only.",
    });
  }
  const serviceRange = services ?? parseRange("172.20.0.0/16");
  return {
    podCidr: formatRange(pods ?? parseRange("100.64.0.0/16")),
    serviceCidr: formatRange(serviceRange),
    dnsServiceIp: formatRange({ start: serviceRange.start + 10, prefix: 32 }).replace("/32", ""),
  };
}

function reportTooSmall(
  environment: Environment,
  range: Range,
  demands: readonly AzureDemand[],
  context: PlanContext,
): void {
  const got = formatRange(range);
  const prefix = prefixNeededFor(demands);
  context.report(networkTooSmall, {
    path: ["network", "cidr"],
    message: `${got} is too small: ${demands.map(({ id }) => id).join(", ")} need a /${prefix}.`,
    got,
    allowed: `/${prefix} or larger`,
    hint: `Write a free /${prefix}${environment.network.cidr === undefined ? "" : ", or leave network.cidr to the planner"}.`,
  });
}

function apiAccess({ network: { api } }: Environment): ApiAccessPlan {
  return { private: true, publicFrom: api === "private" ? [] : [...new Set(api.publicFrom)] };
}
