import { ResourcePolicy, type ResourcePolicyArgs } from "@pulumi/gcp/compute/index.js";
import { NodePool, type NodePoolArgs } from "@pulumi/gcp/container/index.js";
import type { ComponentResourceOptions, Input } from "@pulumi/pulumi";
import type {
  GcpNodePoolPlan,
  GcpOptionPlan,
  GcpPoolPlan,
  GcpResourcePolicyPlan,
} from "../../planner/plan/gcp.ts";
import type { PoolOptionPlan, PoolPlan } from "../../planner/plan/pool.ts";
import { Component, oneOfAName, type Transform, transformed } from "../pulumi/index.ts";
import { gpuNodeConfig } from "./gpu-node-config.ts";
import { type NodeSurroundings, nodePoolTimeouts, poolSize } from "./node-pool-settings.ts";
import { resourceName } from "./resource-name.ts";

/** A network of the fabric and its subnet, as a node pool takes them. */
export interface NodeNetwork {
  readonly network: Input<string>;
  /** Absent where the network's profile has no subnets. */
  readonly subnetwork?: Input<string>;
}

export interface GpuNodePoolProps extends NodeSurroundings {
  /** Name of the environment: the first part of the policies' names. */
  readonly environment: string;
  readonly plan: PoolPlan;
  /** Network and subnet of the fabric by their ids in the plan; needed where the pool has additional networks. */
  readonly fabricNetwork: (network: string, subnet: string | null) => NodeNetwork;
  readonly transform?: {
    readonly nodePool?: Transform<NodePoolArgs>;
    readonly resourcePolicy?: Transform<ResourcePolicyArgs>;
  };
}

/** A pool of accelerator nodes: GKE node pools for each purchase option, slice or rack, and the policies they stand by. */
export class GpuNodePool extends Component {
  /** By id in the plan. */
  readonly nodePools: ReadonlyMap<string, NodePool>;
  /** By option id, where the plan creates one. */
  readonly resourcePolicies: ReadonlyMap<string, ResourcePolicy>;

  constructor(name: string, props: GpuNodePoolProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:GpuNodePool", name, options);
    const { plan } = props;
    const { gcp: pool } = plan;
    const onGke = pool === undefined ? [] : plan.options.flatMap((each) => part(pool, each));
    this.resourcePolicies = new Map(
      onGke.flatMap(({ option, gcp }) =>
        gcp.resourcePolicy === null ? [] : [[option.id, this.createPolicy(gcp.resourcePolicy, props)]],
      ),
    );
    this.nodePools = new Map(
      onGke.flatMap((each) =>
        each.gcp.nodePools.map((nodePool) => [nodePool.id, this.createNodePool(nodePool, each, props)]),
      ),
    );
    this.registerOutputs();
  }

  private createPolicy(policy: GcpResourcePolicyPlan, props: GpuNodePoolProps): ResourcePolicy {
    const { environment, project, region, transform } = props;
    return new ResourcePolicy(
      this.childName(`policy-${policy.id}`),
      transformed<ResourcePolicyArgs>(
        {
          name: resourceName([environment, policy.id]),
          project,
          region,
          ...policyKinds[policy.kind](policy),
        },
        transform?.resourcePolicy,
      ),
      this.child(oneOfAName),
    );
  }

  private createNodePool(nodePool: GcpNodePoolPlan, each: PoolPart, props: GpuNodePoolProps): NodePool {
    const { option, gcp, pool } = each;
    const { autoscaling } = gcp;
    return new NodePool(
      this.childName(nodePool.id),
      transformed<NodePoolArgs>(
        {
          name: nodePool.id,
          project: props.project,
          location: props.region,
          cluster: props.clusterName,
          nodeLocations: [...nodePool.zones],
          ...poolSize(nodePool.size, nodePool.zones.length, autoscaling?.locationPolicy ?? null),
          maxPodsPerNode: pool.maxPodsPerNode,
          nodeConfig: gpuNodeConfig(nodePool, each, props),
          networkConfig: this.networks(each, props),
          placementPolicy: this.placement(option.id, gcp),
          queuedProvisioning: gcp.queuedProvisioning ? { enabled: true } : undefined,
          management: { autoRepair: gcp.autoRepair, autoUpgrade: gcp.autoUpgrade },
          upgradeSettings: upgrade(gcp),
        },
        props.transform?.nodePool,
      ),
      this.child({
        ...oneOfAName,
        // The first size of a pool that changes its size itself: another would replace the pool.
        ignoreChanges: autoscaling === null ? [] : ["initialNodeCount"],
        customTimeouts: nodePoolTimeouts,
      }),
    );
  }

  private networks({ pool, gcp }: PoolPart, props: GpuNodePoolProps): NodePoolArgs["networkConfig"] {
    const additional = gcp.additionalNetworks.map(({ network, subnet }) =>
      props.fabricNetwork(network, subnet),
    );
    return {
      enablePrivateNodes: true,
      acceleratorNetworkProfile: pool.acceleratorNetworkProfile ?? undefined,
      additionalNodeNetworkConfigs: additional.length === 0 ? undefined : additional,
    };
  }

  private placement(option: string, gcp: GcpOptionPlan): NodePoolArgs["placementPolicy"] {
    const policy = this.resourcePolicies.get(option);
    if (policy === undefined && gcp.placement === null) return undefined;
    return {
      type: "COMPACT",
      policyName: policy?.name,
      tpuTopology: gcp.placement?.tpuTopology ?? undefined,
    };
  }
}

/** An option of a pool with its part for GKE. */
export interface PoolPart {
  readonly pool: GcpPoolPlan;
  readonly option: PoolOptionPlan;
  readonly gcp: GcpOptionPlan;
}

function part(pool: GcpPoolPlan, option: PoolOptionPlan): PoolPart[] {
  return option.gcp === undefined ? [] : [{ pool, option, gcp: option.gcp }];
}

const policyKinds: Readonly<
  Record<
    GcpResourcePolicyPlan["kind"],
    (policy: GcpResourcePolicyPlan) => Pick<ResourcePolicyArgs, "workloadPolicy" | "groupPlacementPolicy">
  >
> = {
  workload: ({ type, acceleratorTopology, acceleratorTopologyMode }) => ({
    workloadPolicy: {
      type: type ?? "HIGH_THROUGHPUT",
      acceleratorTopology: acceleratorTopology ?? undefined,
      acceleratorTopologyMode: acceleratorTopologyMode ?? undefined,
    },
  }),
  group: ({ collocation }) => ({ groupPlacementPolicy: { collocation: collocation ?? undefined } }),
};

/** Short-lived nodes end by themselves, and take no numbers. https://docs.cloud.google.com/kubernetes-engine/docs/concepts/node-pool-upgrade-strategies */
function upgrade({ upgrade: { strategy, maxSurge, maxUnavailable } }: GcpOptionPlan) {
  return strategy === "SURGE" ? { strategy, maxSurge, maxUnavailable } : { strategy };
}
