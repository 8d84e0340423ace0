import type { ClusterFact, DeviceRequestFact, FabricNetworkFact } from "../../checks/facts.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import type { EnvironmentPlan } from "../plan/index.ts";

/** The cluster that the environment makes. */
export function clusterFact(plan: EnvironmentPlan, environment: Environment): ClusterFact {
  const { api } = plan.network;
  return {
    at: ["orchestration", "version"],
    apiAt: ["network", "api"],
    name: plan.cluster.name,
    id: plan.cluster.name,
    version: plan.cluster.version,
    extendedSupportAccepted: environment.orchestration.extendedSupport,
    publicAccess: api.publicFrom.length > 0,
    publicRanges: api.publicFrom,
    privateAccess: api.private,
    secretsEncrypted: plan.cluster.secretsEncryption,
    until: plan.guardrails.expiresAt ?? undefined,
    gcp: gkeCluster(plan),
    azure: plan.cluster.azure === undefined ? undefined : { identity: "UserAssigned" },
  };
}

function gkeCluster({ cluster: { gcp } }: EnvironmentPlan): ClusterFact["gcp"] {
  if (gcp === undefined) return undefined;
  const { exclusions } = gcp.maintenance;
  return {
    dataplaneV2: gcp.datapath === "ADVANCED_DATAPATH",
    multiNetworking: gcp.multiNetworking,
    upgradesExcluded: exclusions.some(({ scope }) => scope === "NO_MINOR_OR_NODE_UPGRADES"),
  };
}

/** Networks that carry a fabric, as node pools name them. */
export function fabricNetworkFacts({ network }: EnvironmentPlan): readonly FabricNetworkFact[] {
  if (network.cloud !== "gcp") return [];
  return network.fabric.map(({ id, mtu, networkProfile }) => ({
    at: ["network"],
    name: id,
    id,
    mtu,
    profile: networkProfile,
  }));
}

/** The one name of the fabric's devices on each pool. */
export function deviceRequestFacts(plan: EnvironmentPlan): readonly DeviceRequestFact[] {
  return plan.pools.flatMap(({ name, azure }) =>
    azure === undefined || azure.infiniband === null
      ? []
      : [{ at: ["pools"], name, resource: azure.infiniband.resource }],
  );
}
