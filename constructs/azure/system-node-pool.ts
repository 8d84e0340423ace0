import { AgentPool, type AgentPoolArgs } from "@pulumi/azure-native/containerservice/agentPool.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { SystemPoolPlan } from "../../planner/plan/pool.ts";
import { azurePart } from "./azure-part.ts";
import type { NodeSurroundings } from "./gpu-node-pool.ts";
import { systemPool } from "./system-pool-settings.ts";
import { type Transform, transformed } from "./transform.ts";

export interface SystemNodePoolProps extends NodeSurroundings {
  readonly plan: SystemPoolPlan;
  readonly transform?: { readonly agentPool?: Transform<AgentPoolArgs> };
}

/** CPU nodes for what runs beside the work. The cluster's first system pool is born with it: see `Cluster`. */
export class SystemNodePool extends ComponentResource {
  readonly agentPool: AgentPool;

  constructor(name: string, props: SystemNodePoolProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:SystemNodePool", name, {}, options);
    const { plan } = props;
    this.agentPool = new AgentPool(
      plan.name,
      transformed<AgentPoolArgs>(
        {
          ...systemPool(plan, props),
          resourceGroupName: props.resourceGroupName,
          resourceName: props.clusterName,
          agentPoolName: azurePart(plan).agentPool,
        },
        props.transform?.agentPool,
      ),
      { parent: this, deleteBeforeReplace: true, ignoreChanges: ["count"] },
    );
    this.registerOutputs();
  }
}
