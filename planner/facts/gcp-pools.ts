import type { GcpNodeGroupFact, NodeGroupFact } from "../../checks/facts.ts";
import type { GcpNodePoolPlan, GcpOptionPlan, GcpPoolPlan } from "../plan/gcp-pool.ts";
import type { EnvironmentPlan, PoolOptionPlan, PoolPlan } from "../plan/index.ts";

/** The node pools of an option on GKE, each a node group; `undefined` for options of other clouds. */
export function gcpNodePools(
  plan: EnvironmentPlan,
  pool: PoolPlan,
  option: PoolOptionPlan,
): readonly Partial<NodeGroupFact>[] | undefined {
  const { gcp: common } = pool;
  const { gcp } = option;
  if (common === undefined || gcp === undefined) return undefined;
  const share = gcp.nodePools.length === 1 ? option.nodes : undefined;
  return gcp.nodePools.map((nodePool) => ({
    name: gcp.nodePools.length === 1 ? option.id : nodePool.id,
    zones: nodePool.zones,
    size: nodePool.size,
    nodesWanted: share ?? Math.max(nodePool.size.max, nodePool.size.desired),
    placement: { kind: "none" as const },
    labels: { ...pool.labels, ...common.nodeLabels, ...gcp.labels },
    taints: [...pool.taints, ...gcp.taints],
    driverOwners: driverOwners(pool, common, plan),
    gcp: nodePoolFact(common, gcp, nodePool),
  }));
}

function nodePoolFact(pool: GcpPoolPlan, option: GcpOptionPlan, nodePool: GcpNodePoolPlan): GcpNodeGroupFact {
  const { software } = pool;
  const images = [software?.ncclPlugin?.image, software?.rxDaemon?.image];
  return {
    spot: option.spot,
    flexStart: option.flexStart,
    queued: option.queuedProvisioning,
    reservationAffinity: option.reservation.type === "SPECIFIC_RESERVATION" ? "specific" : "none",
    reservations: nodePool.reservationValue === null ? [] : [nodePool.reservationValue],
    maxRunSeconds: option.maxRunSeconds ?? undefined,
    autoRepair: option.autoRepair,
    autoscaled: option.autoscaling !== null,
    blueGreen: false,
    compact: option.placement !== null && option.placement.tpuTopology === null,
    // Slices of one node come and go by themselves.
    topology:
      pool.tpu?.nodesPerSlice === 1
        ? undefined
        : (option.resourcePolicy?.acceleratorTopology ?? option.placement?.tpuTopology ?? null),
    topologyMode: option.resourcePolicy?.acceleratorTopologyMode ?? undefined,
    extraInterfaces: interfaces(pool, option),
    automaticNetworks: pool.acceleratorNetworkProfile === "auto",
    localSsds: pool.localSsd.use === "none" ? undefined : (pool.localSsd.count ?? undefined),
    fabricImages: images.filter((image) => image !== undefined),
  };
}

/** Where pods claim the fabric's devices, nodes have fewer networks than the machine has interfaces. */
function interfaces(pool: GcpPoolPlan, option: GcpOptionPlan): GcpNodeGroupFact["extraInterfaces"] {
  if (pool.fabricAccess === "device-claims") return undefined;
  return option.additionalNetworks.map(({ network, subnet }) => ({
    network,
    subnetwork: `${network}/${subnet}`,
  }));
}

/** GKE's own installer, or the GPU operator where the plan runs one with its driver. */
function driverOwners(
  pool: PoolPlan,
  { accelerator }: GcpPoolPlan,
  plan: EnvironmentPlan,
): readonly string[] | undefined {
  if (accelerator === null || pool.accelerator === null) return undefined;
  if (accelerator.driver !== "INSTALLATION_DISABLED") return ["node-pool"];
  return plan.cluster.addons.some(({ name }) => name === "gpu-operator") ? ["gpu-operator"] : undefined;
}
