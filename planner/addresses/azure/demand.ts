import type { Environment } from "../../../spec/schema/environment.ts";
import type { AzureSubnetPlan } from "../../plan/azure.ts";
import type { PoolOptionPlan, SystemPoolPlan } from "../../plan/pool.ts";
import { exposed } from "../aws/ways-out.ts";
import type { NetworkInput } from "../network-input.ts";

/** A subnet that is needed, before it has a place. */
export interface AzureDemand
  extends Pick<AzureSubnetPlan, "id" | "role" | "delegation" | "serviceEndpoints" | "natGateway"> {
  /** Addresses that stand in it. */
  readonly planned: number;
  /** Prefix length of the smallest that Azure takes. */
  readonly smallest: number;
  /** Prefix length where there is room. */
  readonly roomy: number;
}

/** Nodes that an upgrade starts beside those that it replaces. https://learn.microsoft.com/azure/aks/upgrade-cluster#customize-node-surge-upgrade */
const SURGE = 0.1;

/** Subnets of an environment: nodes in one, and everything that Azure wants alone. */
export function azureDemands(environment: Environment, input: NetworkInput): readonly AzureDemand[] {
  const own = input.storage.filter(({ existing }) => existing === null);
  const plain = { delegation: null, serviceEndpoints: [], natGateway: false } as const;
  const lustre = own.flatMap((plan): readonly AzureDemand[] =>
    plan.product === "azure-managed-lustre"
      ? [{ ...plain, id: plan.subnet, role: "lustre", planned: plan.addresses, smallest: 24, roomy: 24 }]
      : [],
  );
  const accounts = own.filter(
    ({ product }) => product === "azure-blob" || product === "azure-files-nfs",
  ).length;
  return [
    {
      id: "nodes",
      role: "nodes",
      delegation: null,
      serviceEndpoints: ["Microsoft.Storage"],
      natGateway: true,
      planned: nodes(input) + exposed(environment),
      smallest: 27,
      roomy: 22,
    },
    ...(environment.orchestration.existing === undefined ? [apiServer] : []),
    ...(accounts === 0
      ? []
      : [
          {
            ...plain,
            id: "endpoints",
            role: "endpoints",
            planned: accounts,
            smallest: 28,
            roomy: 26,
          } as const,
        ]),
    ...lustre,
    ...(own.some(({ product }) => product === "azure-netapp-files") ? [netApp] : []),
  ];
}

/** Alone in its subnet of /28 at least. https://learn.microsoft.com/azure/aks/api-server-vnet-integration */
const apiServer: AzureDemand = {
  id: "api-server",
  role: "api-server",
  delegation: "Microsoft.ContainerService/managedClusters",
  serviceEndpoints: [],
  natGateway: false,
  planned: 9,
  smallest: 28,
  roomy: 28,
};

/** https://learn.microsoft.com/azure/azure-netapp-files/azure-netapp-files-delegate-subnet */
const netApp: AzureDemand = {
  id: "netapp",
  role: "netapp",
  delegation: "Microsoft.NetApp/volumes",
  serviceEndpoints: [],
  natGateway: false,
  planned: 4,
  smallest: 28,
  roomy: 26,
};

/** Nodes at full size, with those that an upgrade starts beside them. */
function nodes({ pools, systemPools }: NetworkInput): number {
  const options = pools.flatMap(({ elastic, nodes: most, options: all }) =>
    all.map((option) => (elastic ? Math.max(most, option.size.max) : fullNodes(option))),
  );
  const groups = [...options, ...systemPools.map(({ size }: SystemPoolPlan) => size.max)];
  return groups.reduce((sum, most) => sum + most + Math.ceil(most * SURGE), 0);
}

function fullNodes({ nodes: supplied, size }: PoolOptionPlan): number {
  return Math.max(supplied, size.desired);
}
