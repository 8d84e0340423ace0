import type { AzureRoleAssignmentPlan } from "../plan/azure.ts";
import type { PoolPlan } from "../plan/pool.ts";

/** Rights that the cluster's identity needs before the cluster or a pool is made. */
export function azureRights(pools: readonly PoolPlan[]): readonly AzureRoleAssignmentPlan[] {
  return [network, ...reservations(pools)];
}

/** https://learn.microsoft.com/azure/aks/private-clusters#configure-a-private-cluster-with-a-custom-dns-server */
const network: AzureRoleAssignmentPlan = {
  id: "control-plane-network",
  role: "Network Contributor",
  scope: "virtual-network",
  identity: "control-plane",
  reason: "AKS joins nodes, load balancers and its API server to subnets that it did not make.",
};

/**
 * Without it a pool is made beside its reservation, with a warning alone; it takes up to an hour to be known everywhere.
 * https://learn.microsoft.com/azure/aks/use-capacity-reservation-groups
 */
function reservations(pools: readonly PoolPlan[]): readonly AzureRoleAssignmentPlan[] {
  const groups = pools.flatMap((pool) =>
    pool.options.flatMap((option) => option.azure?.capacityReservationGroup ?? []),
  );
  const scopes = [...new Set(groups.map(resourceGroupOf))];
  return scopes.map((armId, index) => ({
    id: `control-plane-reservations${index === 0 ? "" : `-${index + 1}`}`,
    role: "Contributor",
    scope: { armId },
    identity: "control-plane",
    reason: "Nodes take capacity of a reservation group only with this right on its resource group.",
  }));
}

/** `/subscriptions/…/resourceGroups/…` of a resource's id; the id itself where it is none. */
function resourceGroupOf(armId: string): string {
  return /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i.exec(armId)?.[0] ?? armId;
}
