import type { Environment } from "../../spec/schema/environment.ts";
import type { PlanContext } from "../context.ts";
import type { AzureClusterPlan } from "../plan/azure.ts";
import type { PoolPlan, SystemPoolPlan } from "../plan/pool.ts";
import { azureRights } from "./azure-rights.ts";

export interface AzurePartInput {
  readonly environment: Environment;
  readonly pools: readonly PoolPlan[];
  readonly systemPools: readonly SystemPoolPlan[];
}

/** Below this many nodes the Free tier is recommended. https://learn.microsoft.com/azure/aks/free-standard-pricing-tiers */
const FREE_TIER_NODES = 10;

/** Nodes are changed in this window alone: Saturday night. */
const MAINTENANCE = { dayOfWeek: "Saturday", startUtc: "22:00", hours: 8 } as const;

/** What AKS has beside the common part of a cluster. */
export function azureClusterPart(input: AzurePartInput, context: PlanContext): AzureClusterPlan {
  const { environment, pools } = input;
  const { name, network, orchestration } = environment;
  const gangs = pools.some(({ fabric, nodes }) => fabric.kind !== "none" && nodes > 1);
  const gitops = orchestration.delivery === "gitops";
  const group = environment.azure?.resourceGroup ?? name;
  return {
    tier: tierOf(input, context),
    supportPlan: orchestration.extendedSupport ? "AKSLongTermSupport" : "KubernetesOfficial",
    nodeResourceGroup: `${group}-nodes`.slice(-80),
    networkPlugin: "azure",
    networkPluginMode: "overlay",
    networkDataplane: "cilium",
    networkPolicy: "cilium",
    // What an existing subnet routes through is not known; a load balancer always works.
    outboundType: network.existing === undefined ? "userAssignedNATGateway" : "loadBalancer",
    apiServerSubnet: apiServerSubnet(environment),
    nodeProvisioning: pools.some(({ provisioner }) => provisioner === "karpenter") ? "Auto" : "Manual",
    // Nothing replaces nodes under work that runs on all of them.
    upgradeChannel: gangs ? "none" : "patch",
    nodeOsUpgradeChannel: gangs ? "None" : "NodeImage",
    maintenance: MAINTENANCE,
    localAccounts: false,
    identity: "user-assigned",
    roleAssignments: azureRights(pools),
    features: featuresOf(pools),
    extensions: gitops ? [flux] : [],
  };
}

const flux = {
  name: "flux",
  type: "microsoft.flux",
  reason: "Fetches the objects from a repository, from inside a network whose API nobody reaches.",
} as const;

/** Long-term support is sold with Premium alone; Free is meant for a few nodes that nobody depends on. */
function tierOf(
  { environment, pools, systemPools }: AzurePartInput,
  { catalog }: PlanContext,
): AzureClusterPlan["tier"] {
  const { azure, orchestration, workloads } = environment;
  if (orchestration.extendedSupport) return "Premium";
  if (azure?.tier !== undefined) return azure.tier;
  const nodes = [...pools.map((pool) => pool.nodes), ...systemPools.map((pool) => pool.size.desired)];
  const few = catalog.limit("azure", "aks-nodes-recommended-free-tier")?.value ?? FREE_TIER_NODES;
  const served = workloads.some(({ kind }) => kind === "serving");
  return !served && nodes.reduce((sum, each) => sum + each, 0) < few ? "Free" : "Standard";
}

/** A subnet of the environment's own, or the existing one of that name; else private link. */
function apiServerSubnet({ network: { existing } }: Environment): string | null {
  if (existing === undefined) return "api-server";
  const ids = existing.subnets.map((subnet) => (typeof subnet === "string" ? subnet : subnet.id));
  return ids.some((id) => id.split("/").at(-1) === "api-server") ? "api-server" : null;
}

/** Both states of one feature are listed where pools need both: a check then says that it cannot be. */
function featuresOf(pools: readonly PoolPlan[]): AzureClusterPlan["features"] {
  const wanted = pools.flatMap(({ azure }) => azure?.infiniband ?? []);
  const states = new Map(
    wanted.map(({ feature, featureState }) => [
      `${feature} ${featureState}`,
      { name: feature, state: featureState },
    ]),
  );
  return [...states.values()];
}
