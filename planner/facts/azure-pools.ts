import type { NodeGroupFact } from "../../checks/facts.ts";
import type { PoolOptionPlan, PoolPlan } from "../plan/index.ts";

/** What an option is on AKS beside the common part; `undefined` for options of other clouds. */
export function azureAgentPool(pool: PoolPlan, option: PoolOptionPlan): Partial<NodeGroupFact> | undefined {
  const { azure: common } = pool;
  const { azure } = option;
  if (common === undefined || azure === undefined) return undefined;
  return {
    zones: azure.availabilityZones,
    image: common.osSku,
    labels: { ...pool.labels, ...azure.labels },
    taints: [...pool.taints, ...azure.taints],
    placement: { kind: "none" },
    driverOwners:
      pool.accelerator === null ? undefined : common.driverOwner === null ? [] : [common.driverOwner],
    azure: {
      // Nodes of a provisioner belong to no agent pool.
      poolName: pool.provisioner === "agent-pool" ? azure.agentPool : undefined,
      mode: "User",
      inline: false,
      evictionPolicy: azure.evictionPolicy,
      spotMaxPrice: azure.spotMaxPrice,
      gpuDriver: common.gpuDriver,
      capacityGroup: azure.capacityReservationGroup,
      proximityGroup: azure.proximityPlacementGroup,
      osDisk: common.osDiskType,
    },
  };
}
