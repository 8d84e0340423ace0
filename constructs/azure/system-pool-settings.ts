import type { SystemPoolPlan } from "../../planner/plan/pool.ts";
import { aksTaints, everyPool, osDisk, scaling, upgrade } from "./agent-pool-settings.ts";
import { azurePart } from "./azure-part.ts";
import type { NodeSurroundings } from "./gpu-node-pool.ts";

/** A system pool's settings, the same inside a cluster and as a resource of its own. An agent pool has one machine type. */
export function systemPool(
  plan: SystemPoolPlan,
  { kubernetesVersion, subnetId, tags }: Pick<NodeSurroundings, "kubernetesVersion" | "subnetId" | "tags">,
) {
  const azure = azurePart(plan);
  const [vmSize] = plan.machines;
  if (vmSize === undefined) throw new Error(`${plan.name} was planned without a machine`);
  return {
    ...everyPool,
    mode: azure.mode,
    vmSize,
    orchestratorVersion: kubernetesVersion,
    vnetSubnetID: subnetId,
    availabilityZones: [...azure.availabilityZones],
    ...scaling(plan.size, plan.size.max > plan.size.min),
    osSKU: azure.osSku,
    ...osDisk(plan.disk, azure.osDiskType),
    maxPods: plan.maxPods,
    nodeLabels: { ...plan.labels },
    nodeTaints: aksTaints(plan.taints),
    upgradeSettings: upgrade(azure.mode, plan.maxUnavailable),
    tags: { ...tags, "engineroom:pool": plan.name },
  };
}
