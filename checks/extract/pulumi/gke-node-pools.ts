import type { ExtraInterfaceFact, GcpNodeGroupFact, NodeGroupFact } from "../../facts.ts";
import { flag, isProperties, number, text, texts } from "../cloudformation/values.ts";
import { input, labels, objects, ofType, open, type PulumiResource, placeOf, referred } from "./resources.ts";

const EFFECTS: Readonly<Record<string, string>> = {
  NO_SCHEDULE: "NoSchedule",
  PREFER_NO_SCHEDULE: "PreferNoSchedule",
  NO_EXECUTE: "NoExecute",
};

const AFFINITIES: Readonly<Record<string, GcpNodeGroupFact["reservationAffinity"]>> = {
  NO_RESERVATION: "none",
  ANY_RESERVATION: "any",
  SPECIFIC_RESERVATION: "specific",
};

/** Node pools of GKE. */
export function gkeNodePoolFacts(resources: readonly PulumiResource[]): readonly NodeGroupFact[] {
  return ofType(resources, "gcp:container/nodePool:NodePool").map((pool) => nodePoolFact(resources, pool));
}

function nodePoolFact(resources: readonly PulumiResource[], pool: PulumiResource): NodeGroupFact {
  const clusters = ofType(resources, "gcp:container/cluster:Cluster");
  const machine = text(input(pool, "nodeConfig", "machineType"));
  const cluster = referred(clusters, input(pool, "cluster"));
  const gcp = gkeFacts(resources, pool);
  return {
    at: placeOf(pool),
    name: text(input(pool, "name")) ?? pool.name,
    provisioner: "managed",
    cluster: cluster?.name,
    machines: machine === undefined ? [] : [machine],
    market: market(gcp),
    zones: texts(input(pool, "nodeLocations")),
    size: size(pool),
    update: { maxUnavailable: number(input(pool, "upgradeSettings", "maxUnavailable")) },
    image: text(input(pool, "nodeConfig", "imageType")),
    kubernetesVersion: text(input(pool, "version")) ?? text(cluster && input(cluster, "minMasterVersion")),
    labels: labels(input(pool, "nodeConfig", "labels")),
    taints: objects(pool, "nodeConfig", "taints").map(({ key, value, effect }) => ({
      key: text(key) ?? "",
      value: text(value),
      effect: EFFECTS[text(effect) ?? ""] ?? text(effect) ?? "",
    })),
    disks: [
      {
        type: text(input(pool, "nodeConfig", "diskType")),
        sizeGiB: number(input(pool, "nodeConfig", "diskSizeGb")),
      },
    ],
    gcp,
  };
}

function gkeFacts(resources: readonly PulumiResource[], pool: PulumiResource): GcpNodeGroupFact {
  const affinity = text(input(pool, "nodeConfig", "reservationAffinity", "consumeReservationType"));
  const policies = ofType(resources, "gcp:compute/resourcePolicy:ResourcePolicy");
  const policy = referred(policies, input(pool, "placementPolicy", "policyName"));
  const compact = text(input(pool, "placementPolicy", "type")) === "COMPACT";
  const workload = policy !== undefined && isProperties(input(policy, "workloadPolicy"));
  const topology =
    text(input(pool, "placementPolicy", "tpuTopology")) ??
    text(policy && input(policy, "workloadPolicy", "acceleratorTopology"));
  return {
    spot: flag(input(pool, "nodeConfig", "spot")) ?? false,
    flexStart: flag(input(pool, "nodeConfig", "flexStart")) ?? false,
    queued: flag(input(pool, "queuedProvisioning", "enabled")) ?? false,
    reservationAffinity: affinity === undefined ? undefined : AFFINITIES[affinity],
    reservations: texts(input(pool, "nodeConfig", "reservationAffinity", "values")),
    maxRunSeconds: seconds(text(input(pool, "nodeConfig", "maxRunDuration"))),
    autoRepair: flag(input(pool, "management", "autoRepair")),
    autoscaled: isProperties(input(pool, "autoscaling")),
    blueGreen: text(input(pool, "upgradeSettings", "strategy")) === "BLUE_GREEN",
    compact: compact && !workload && topology === undefined,
    topology: topology ?? null,
    topologyMode: text(policy && input(policy, "workloadPolicy", "acceleratorTopologyMode")),
    extraInterfaces: interfaces(resources, pool),
    automaticNetworks: input(pool, "networkConfig", "acceleratorNetworkProfile") === "auto",
    localSsds: number(input(pool, "nodeConfig", "ephemeralStorageLocalSsdConfig", "localSsdCount")),
  };
}

function interfaces(
  resources: readonly PulumiResource[],
  pool: PulumiResource,
): readonly ExtraInterfaceFact[] {
  const networks = ofType(resources, "gcp:compute/network:Network");
  const subnets = ofType(resources, "gcp:compute/subnetwork:Subnetwork");
  return objects(pool, "networkConfig", "additionalNodeNetworkConfigs").map(({ network, subnetwork }) => ({
    network: referred(networks, network)?.name ?? text(open(network)),
    subnetwork: referred(subnets, subnetwork)?.name ?? text(open(subnetwork)),
  }));
}

function market(gcp: GcpNodeGroupFact): string {
  if (gcp.spot) return "spot";
  if (gcp.queued) return "queued";
  if (gcp.flexStart) return "flex-start";
  return gcp.reservationAffinity === "specific" ? "reservation" : "on-demand";
}

/** Counts of a GKE node pool are of each zone, unless they are totals. */
function size(pool: PulumiResource): NodeGroupFact["size"] {
  const zones = texts(input(pool, "nodeLocations"))?.length ?? 1;
  const scaled = isProperties(input(pool, "autoscaling"));
  const count = number(input(pool, scaled ? "initialNodeCount" : "nodeCount"));
  const first = (count ?? number(input(pool, "initialNodeCount")) ?? 0) * zones;
  if (!scaled) return { min: first, desired: first, max: first };
  const bound = (total: string, each: string): number =>
    number(input(pool, "autoscaling", total)) ?? (number(input(pool, "autoscaling", each)) ?? 0) * zones;
  const min = bound("totalMinNodeCount", "minNodeCount");
  // The first count is of each zone and may lie below the minimum: the autoscaler adds the rest.
  return { min, desired: Math.max(min, first), max: bound("totalMaxNodeCount", "maxNodeCount") };
}

function seconds(duration: string | undefined): number | undefined {
  return duration === undefined ? undefined : number(duration.replace(/s$/, ""));
}
