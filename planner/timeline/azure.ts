import type { Catalog } from "../../catalog/catalog.ts";
import type { AzureNetworkPlan, AzureStoragePlan } from "../plan/azure.ts";
import type { ClusterPlan } from "../plan/cluster.ts";
import type { TimelinePlan } from "../plan/figures.ts";
import type { PoolPlan, SystemPoolPlan } from "../plan/pool.ts";
import { creationOf } from "./creation-time.ts";
import { type StackStep, schedule } from "./schedule.ts";

export interface AzureTimelineInput {
  readonly name: string;
  readonly network: AzureNetworkPlan;
  readonly cluster: ClusterPlan;
  readonly pools: readonly PoolPlan[];
  readonly systemPools: readonly SystemPoolPlan[];
  readonly storage: readonly AzureStoragePlan[];
}

/**
 * The deployment of an environment's two stacks: the data layer, then the cluster with its pools. Steps are the resources
 * that decide how long it takes, under the names that they are made with.
 */
export function planAzureTimeline(input: AzureTimelineInput, catalog: Catalog): TimelinePlan {
  const data = `${input.name}-data`;
  const cluster = `${input.name}-cluster`;
  return schedule([
    { stack: data, dependsOn: [], steps: dataSteps(data, input, catalog) },
    { stack: cluster, dependsOn: [data], steps: clusterSteps(cluster, input, catalog) },
  ]);
}

function dataSteps(stack: string, input: AzureTimelineInput, catalog: Catalog): StackStep[] {
  const { network, storage } = input;
  const own = network.existing === null;
  const vnet = `${stack}/network-vnet`;
  const gateway = `${stack}/network-egress-gateway`;
  const subnet = (id: string): string => `${stack}/network-${id}`;
  const networkSteps: readonly StackStep[] = own
    ? [
        { id: gateway, ...creationOf(catalog, "azure-native:network:NatGateway"), after: [] },
        { id: vnet, ...creationOf(catalog, "azure-native:network:VirtualNetwork"), after: [] },
        ...network.subnets.map(({ id, natGateway }) => ({
          id: subnet(id),
          ...creationOf(catalog, "azure-native:network:Subnet"),
          after: natGateway ? [vnet, gateway] : [vnet],
        })),
      ]
    : [];
  const doors = network.privateEndpoints.map(({ id, storage: name, subnet: place }) => ({
    id: `${stack}/storage-${id}-endpoint`,
    ...creationOf(catalog, "azure-native:network:PrivateEndpoint"),
    after: [`${stack}/storage-${name}-account`, ...(own ? [subnet(place)] : [])],
  }));
  return [...networkSteps, ...storageSteps(stack, storage, own ? subnet : undefined, catalog), ...doors];
}

/** The resource that decides how long a storage takes, and the end of its name. */
const MADE: Readonly<
  Record<AzureStoragePlan["product"], { readonly type: string; readonly suffix: string }>
> = {
  "azure-blob": { type: "azure-native:storage:StorageAccount", suffix: "account" },
  "azure-files-nfs": { type: "azure-native:storage:StorageAccount", suffix: "account" },
  "azure-managed-lustre": { type: "azure-native:storagecache:AmlFilesystem", suffix: "lustre" },
  "azure-netapp-files": { type: "azure-native:netapp:CapacityPoolVolume", suffix: "volume" },
};

/** A Lustre file system waits for the account that it is joined to. */
function storageSteps(
  stack: string,
  storage: readonly AzureStoragePlan[],
  subnet: ((id: string) => string) | undefined,
  catalog: Catalog,
): readonly StackStep[] {
  return storage
    .filter(({ existing }) => existing === null)
    .map((plan) => {
      const place = "subnet" in plan && subnet !== undefined ? [subnet(plan.subnet)] : [];
      const source =
        "source" in plan && plan.source !== null ? [`${stack}/storage-${plan.source}-account`] : [];
      return {
        id: `${stack}/storage-${plan.name}-${MADE[plan.product].suffix}`,
        ...creationOf(catalog, MADE[plan.product].type),
        after: [...place, ...source],
      };
    });
}

/** The cluster comes with its system pool; every other agent pool waits for it. */
function clusterSteps(stack: string, input: AzureTimelineInput, catalog: Catalog): StackStep[] {
  const { cluster, pools, systemPools } = input;
  const control = `${stack}/cluster-aks`;
  const agentPool = (name: string): StackStep => ({
    id: `${stack}/${name}`,
    ...creationOf(catalog, "azure-native:containerservice:AgentPool"),
    after: cluster.existing === null ? [control] : [],
  });
  const others = systemPools.filter(({ azure }) => azure?.mode === "User").map(({ name }) => agentPool(name));
  const work = pools
    .filter(({ provisioner }) => provisioner === "agent-pool")
    .flatMap((pool) => pool.options.map(({ id }) => agentPool(id)));
  const own: readonly StackStep[] =
    cluster.existing === null
      ? [{ id: control, ...creationOf(catalog, "azure-native:containerservice:ManagedCluster"), after: [] }]
      : [];
  return [...own, ...others, ...work];
}
