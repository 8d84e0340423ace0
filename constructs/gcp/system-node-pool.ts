import { NodePool, type NodePoolArgs } from "@pulumi/gcp/container/index.js";
import type { ComponentResourceOptions } from "@pulumi/pulumi";
import type { SystemPoolPlan } from "../../planner/plan/pool.ts";
import { Component, oneOfAName, type Transform, transformed } from "../pulumi/index.ts";
import {
  gkeTaints,
  type NodeConfig,
  type NodeSurroundings,
  nodeBasics,
  nodeMetadata,
  nodePoolTimeouts,
  poolSize,
} from "./node-pool-settings.ts";

export interface SystemNodePoolProps extends NodeSurroundings {
  readonly plan: SystemPoolPlan;
  readonly transform?: { readonly nodePool?: Transform<NodePoolArgs> };
}

/** CPU nodes for what runs beside the work, in several zones. */
export class SystemNodePool extends Component {
  readonly nodePool: NodePool;

  constructor(name: string, props: SystemNodePoolProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:SystemNodePool", name, options);
    const { plan, transform } = props;
    const autoscaling = plan.gcp?.autoscaling ?? false;
    this.nodePool = new NodePool(
      this.childName("nodes"),
      transformed<NodePoolArgs>(
        {
          name: plan.gcp?.nodePool ?? plan.name,
          project: props.project,
          location: props.region,
          cluster: props.clusterName,
          nodeLocations: [...plan.zones],
          ...poolSize(plan.size, plan.zones.length, autoscaling ? "BALANCED" : null),
          maxPodsPerNode: plan.maxPods,
          nodeConfig: nodeConfig(props),
          networkConfig: { enablePrivateNodes: true },
          management: { autoRepair: true, autoUpgrade: true },
          upgradeSettings: { strategy: "SURGE", maxSurge: 1, maxUnavailable: plan.maxUnavailable },
        },
        transform?.nodePool,
      ),
      this.child({
        ...oneOfAName,
        ignoreChanges: autoscaling ? ["initialNodeCount"] : [],
        customTimeouts: nodePoolTimeouts,
      }),
    );
    this.registerOutputs();
  }
}

function nodeConfig(props: SystemNodePoolProps): NodeConfig {
  const { plan } = props;
  return {
    ...nodeBasics(props, plan.disk),
    machineType: plan.machines[0],
    imageType: plan.gcp?.imageType ?? plan.image.type,
    labels: { ...plan.labels },
    taints: gkeTaints(plan.taints),
    metadata: { ...nodeMetadata },
    shieldedInstanceConfig: {
      enableSecureBoot: plan.gcp?.secureBoot ?? false,
      enableIntegrityMonitoring: true,
    },
  };
}
