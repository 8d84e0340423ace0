import type { AzureNodeGroupFact, ClusterFact, NodeGroupFact } from "../../facts.ts";
import { flag, isProperties, number, type Properties, text, texts } from "../cloudformation/values.ts";
import { input, labels, objects, ofType, open, type PulumiResource, placeOf, referred } from "./resources.ts";

const CLUSTER = "azure-native:containerservice:ManagedCluster";
const POOL = "azure-native:containerservice:AgentPool";

/** Agent pools of AKS: resources of their own, and those inside a cluster. */
export function aksAgentPoolFacts(resources: readonly PulumiResource[]): readonly NodeGroupFact[] {
  const clusters = ofType(resources, CLUSTER);
  const own = ofType(resources, POOL).map((pool) => ({
    resource: pool,
    inline: false,
    cluster: clusters.find((one) => sameCluster(one, pool)),
    name: text(input(pool, "agentPoolName")) ?? pool.name,
  }));
  const inline = clusters.flatMap((cluster) =>
    objects(cluster, "agentPoolProfiles").map((inputs) => ({
      resource: { ...cluster, inputs },
      inline: true,
      cluster,
      name: text(open(inputs.name)) ?? cluster.name,
    })),
  );
  return [...own, ...inline].map(agentPoolFact);
}

interface AgentPoolPlace {
  readonly resource: PulumiResource;
  readonly inline: boolean;
  readonly cluster: PulumiResource | undefined;
  readonly name: string;
}

function agentPoolFact({ resource: pool, inline, cluster, name }: AgentPoolPlace): NodeGroupFact {
  const machine = text(input(pool, "vmSize"));
  const group = text(input(pool, "capacityReservationGroupID")) ?? null;
  const spot = input(pool, "scaleSetPriority") === "Spot";
  return {
    at: placeOf(pool),
    name: inline ? name : pool.name,
    provisioner: "managed",
    cluster: cluster?.name,
    machines: machine === undefined ? [] : [machine],
    market: spot ? "spot" : group === null ? "on-demand" : "reservation",
    zones: texts(input(pool, "availabilityZones")),
    size: size(pool),
    image: text(input(pool, "osSKU")) ?? null,
    kubernetesVersion: text(input(pool, "orchestratorVersion")),
    labels: labels(input(pool, "nodeLabels")),
    taints: texts(input(pool, "nodeTaints"))?.map(taint) ?? [],
    disks: [{ sizeGiB: number(input(pool, "osDiskSizeGB")) }],
    azure: aksFacts(pool, inline, name, group),
  };
}

function aksFacts(
  pool: PulumiResource,
  inline: boolean,
  poolName: string,
  capacityGroup: string | null,
): AzureNodeGroupFact {
  const mode = text(input(pool, "mode"));
  const driver = text(input(pool, "gpuProfile", "driver"));
  const disk = text(input(pool, "osDiskType"));
  return {
    poolName,
    mode: mode === "System" || mode === "User" ? mode : undefined,
    inline,
    evictionPolicy: text(input(pool, "scaleSetEvictionPolicy")) ?? null,
    spotMaxPrice: number(input(pool, "spotMaxPrice")) ?? null,
    gpuDriver: driver === "Install" || driver === "None" ? driver : null,
    capacityGroup,
    proximityGroup: text(input(pool, "proximityPlacementGroupID")) ?? null,
    osDisk: disk === "Ephemeral" || disk === "Managed" ? disk : undefined,
  };
}

function sameCluster(cluster: PulumiResource, pool: PulumiResource): boolean {
  const named = text(input(cluster, "resourceName")) ?? cluster.name;
  return (
    text(input(pool, "resourceName")) === named ||
    referred([cluster], input(pool, "resourceName")) !== undefined
  );
}

function size(pool: PulumiResource): NodeGroupFact["size"] {
  const desired = number(input(pool, "count")) ?? 0;
  if (flag(input(pool, "enableAutoScaling")) !== true) return { min: desired, desired, max: desired };
  return {
    min: number(input(pool, "minCount")) ?? 0,
    desired,
    max: number(input(pool, "maxCount")) ?? desired,
  };
}

/** `key=value:effect`. */
function taint(written: string): { readonly key: string; readonly value?: string; readonly effect: string } {
  const [rest = "", effect = ""] = written.split(":");
  const [key = "", value] = rest.split("=");
  return { key, ...(value === undefined ? {} : { value }), effect };
}

/** Clusters of AKS. */
export function aksClusterFacts(resources: readonly PulumiResource[]): readonly ClusterFact[] {
  return ofType(resources, CLUSTER).map((cluster) => {
    const identity: Properties = isProperties(cluster.inputs.identity) ? cluster.inputs.identity : {};
    const ranges = texts(input(cluster, "apiServerAccessProfile", "authorizedIPRanges")) ?? [];
    const hidden = flag(input(cluster, "apiServerAccessProfile", "enablePrivateCluster"));
    return {
      at: placeOf(cluster),
      name: text(input(cluster, "resourceName")) ?? cluster.name,
      id: cluster.name,
      version: text(input(cluster, "kubernetesVersion")),
      publicAccess: hidden !== true,
      publicRanges: ranges,
      privateAccess: true,
      azure: {
        identity:
          identity.type === "UserAssigned" || identity.type === "SystemAssigned" ? identity.type : undefined,
      },
    };
  });
}
