import { AgentPool, type AgentPoolArgs } from "@pulumi/azure-native/containerservice/agentPool.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import type { PoolOptionPlan, PoolPlan } from "../../planner/plan/pool.ts";
import { aksTaints, everyPool, osDisk, scaling, upgrade } from "./agent-pool-settings.ts";
import { azurePart } from "./azure-part.ts";
import { type Transform, transformed } from "./transform.ts";

/** What nodes need to know of the cluster that they join. */
export interface NodeSurroundings {
  /** Resource group and name of the cluster. */
  readonly resourceGroupName: Input<string>;
  readonly clusterName: Input<string>;
  readonly kubernetesVersion: string;
  readonly subnetId: Input<string>;
  readonly tags: Readonly<Record<string, string>>;
}

export interface GpuNodePoolProps extends NodeSurroundings {
  readonly plan: PoolPlan;
  /** ARM ids of proximity placement groups by option id, as `Fabric` makes them. */
  readonly proximityPlacementGroupIds: ReadonlyMap<string, Input<string>>;
  readonly transform?: { readonly agentPool?: Transform<AgentPoolArgs> };
}

/**
 * A pool of accelerator nodes: an agent pool for each purchase option, each a resource of its own. Inline in the cluster a
 * change of one would touch the cluster. https://github.com/pulumi/pulumi-azure-native/issues/579
 *
 * An agent pool is one scale set, and so one InfiniBand fabric.
 */
export class GpuNodePool extends ComponentResource {
  /** By option id; empty where the cluster's own provisioner launches the nodes. */
  readonly agentPools: ReadonlyMap<string, AgentPool>;

  constructor(name: string, props: GpuNodePoolProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:GpuNodePool", name, {}, options);
    const { plan } = props;
    const ownPools = plan.provisioner === "agent-pool" ? plan.options : [];
    this.agentPools = new Map(ownPools.map((option) => [option.id, this.createAgentPool(option, props)]));
    this.registerOutputs();
  }

  private createAgentPool(option: PoolOptionPlan, props: GpuNodePoolProps): AgentPool {
    const { autoscaling } = azurePart({ name: option.id, azure: option.azure });
    return new AgentPool(
      option.id,
      transformed<AgentPoolArgs>(agentPoolArgs(option, props), props.transform?.agentPool),
      {
        parent: this,
        // Its name is taken until the old one is gone, and so is a reserved machine.
        deleteBeforeReplace: true,
        // How many nodes there are between the bounds is the autoscaler's business.
        ignoreChanges: autoscaling ? ["count"] : [],
      },
    );
  }
}

function agentPoolArgs(option: PoolOptionPlan, props: GpuNodePoolProps): AgentPoolArgs {
  const { plan } = props;
  const pool = azurePart(plan);
  const azure = azurePart({ name: option.id, azure: option.azure });
  return {
    ...everyPool,
    resourceGroupName: props.resourceGroupName,
    resourceName: props.clusterName,
    agentPoolName: azure.agentPool,
    mode: "User",
    vmSize: plan.machine,
    orchestratorVersion: props.kubernetesVersion,
    vnetSubnetID: props.subnetId,
    availabilityZones: [...azure.availabilityZones],
    ...scaling(option.size, azure.autoscaling),
    ...purchase(option),
    ...placement(option, props),
    osSKU: pool.osSku,
    ...osDisk(plan.disk, pool.osDiskType),
    kubeletDiskType: pool.kubeletDiskType,
    maxPods: plan.maxPods,
    ...(pool.gpuDriver === null ? {} : { gpuProfile: { driver: pool.gpuDriver } }),
    ...(pool.gpuInstanceProfile === null ? {} : { gpuInstanceProfile: pool.gpuInstanceProfile }),
    nodeLabels: { ...plan.labels, ...azure.labels },
    nodeTaints: aksTaints([...plan.taints, ...azure.taints]),
    upgradeSettings: upgrade("User", option.maxUnavailable),
    tags: { ...props.tags, "engineroom:pool": plan.name },
  };
}

/** How the machines are bought. */
function purchase(option: PoolOptionPlan): Partial<AgentPoolArgs> {
  const { priority, evictionPolicy, spotMaxPrice, capacityReservationGroup } = azurePart({
    name: option.id,
    azure: option.azure,
  });
  return {
    scaleSetPriority: priority,
    ...(evictionPolicy === null ? {} : { scaleSetEvictionPolicy: evictionPolicy }),
    ...(spotMaxPrice === null ? {} : { spotMaxPrice }),
    ...(capacityReservationGroup === null ? {} : { capacityReservationGroupID: capacityReservationGroup }),
  };
}

function placement({ id }: PoolOptionPlan, props: GpuNodePoolProps): Partial<AgentPoolArgs> {
  const proximityPlacementGroupID = props.proximityPlacementGroupIds.get(id);
  return proximityPlacementGroupID === undefined ? {} : { proximityPlacementGroupID };
}
