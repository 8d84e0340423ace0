import type { AzureNetworkPlan, AzureStoragePlan } from "../planner/plan/azure.ts";
import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import type { SystemPoolPlan } from "../planner/plan/pool.ts";

/** The network of a plan for Azure. Another cloud's plan is a bug of the caller. */
export function azureNetwork({ name, network }: EnvironmentPlan): AzureNetworkPlan {
  if (network.cloud !== "azure") throw new Error(`${name} was not planned for Azure`);
  return network;
}

/** The storage of a plan that is Azure's. */
export function azureStorage({ storage }: EnvironmentPlan): AzureStoragePlan[] {
  return storage.filter((plan): plan is AzureStoragePlan => plan.product.startsWith("azure-"));
}

/**
 * AKS is born with one system pool inside; further ones are resources beside it. A cluster that exists already has its
 * own, and gets all of ours beside.
 */
export function systemPools({ name, cluster, systemPools: pools }: EnvironmentPlan): {
  readonly inside: SystemPoolPlan | undefined;
  readonly beside: readonly SystemPoolPlan[];
} {
  if (cluster.existing !== null) return { inside: undefined, beside: pools };
  const inside = pools.find(({ azure }) => azure?.mode === "System");
  if (inside === undefined) throw new Error(`${name} was planned without a system pool`);
  return { inside, beside: pools.filter((pool) => pool !== inside) };
}
