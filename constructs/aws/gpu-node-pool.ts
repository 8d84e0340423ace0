import {
  CfnLaunchTemplate,
  type CfnLaunchTemplateProps,
  CfnPlacementGroup,
  type CfnPlacementGroupProps,
} from "aws-cdk-lib/aws-ec2";
import { CfnNodegroup, type CfnNodegroupProps } from "aws-cdk-lib/aws-eks";
import { Construct } from "constructs";
import type { UsageClass } from "../../catalog/types.ts";
import type { PoolOptionPlan, PoolPlan } from "../../planner/plan/pool.ts";
import { gpuLaunch } from "./gpu-launch.ts";
import { eksTaints, repair, scaling } from "./node-group-settings.ts";
import type { NodeTags } from "./node-launch.ts";
import { type NodeSubnet, subnetsIn } from "./node-subnets.ts";
import { type Transform, transformed } from "./transform.ts";

/** What nodes need to know of the cluster that they join. */
export interface NodeSurroundings {
  /** Name of the environment: the first part of the nodes' names. */
  readonly environment: string;
  readonly clusterName: string;
  readonly kubernetesVersion: string;
  readonly nodeRoleArn: string;
  readonly subnets: readonly NodeSubnet[];
  /** Of the cluster and of the environment's nodes. */
  readonly securityGroupIds: readonly string[];
  readonly tags: NodeTags;
}

export interface GpuNodePoolProps extends NodeSurroundings {
  readonly plan: PoolPlan;
  /** Security group of the fabric; needed where the pool has one. */
  readonly fabricSecurityGroupId: string | null;
  readonly transform?: {
    readonly launchTemplate?: Transform<CfnLaunchTemplateProps>;
    readonly nodeGroup?: Transform<CfnNodegroupProps>;
    readonly placementGroup?: Transform<CfnPlacementGroupProps>;
  };
}

/**
 * A pool of accelerator nodes. Fixed pools: a launch template and a managed node group for each purchase option.
 * Elastic pools have no groups: Karpenter launches their nodes, and only placement groups are made here.
 */
export class GpuNodePool extends Construct {
  /** By option id; empty for elastic pools. */
  readonly nodeGroups: ReadonlyMap<string, CfnNodegroup>;
  readonly launchTemplates: ReadonlyMap<string, CfnLaunchTemplate>;
  /** By option id, where the plan creates one. */
  readonly placementGroups: ReadonlyMap<string, CfnPlacementGroup>;

  constructor(scope: Construct, id: string, props: GpuNodePoolProps) {
    super(scope, id);
    const { plan } = props;
    const managed = plan.provisioner === "managed-node-group" ? plan.options : [];
    this.placementGroups = new Map(
      plan.options
        .filter(({ placement }) => placement.kind === "create")
        .map((option) => [option.id, this.createPlacementGroup(option, props)]),
    );
    this.launchTemplates = new Map(
      managed.map((option) => [option.id, this.createLaunchTemplate(option, props)]),
    );
    this.nodeGroups = new Map(managed.map((option) => [option.id, this.createNodeGroup(option, props)]));
  }

  private createPlacementGroup({ id }: PoolOptionPlan, props: GpuNodePoolProps): CfnPlacementGroup {
    return new CfnPlacementGroup(
      this,
      `Placement-${id}`,
      transformed<CfnPlacementGroupProps>({ strategy: "cluster" }, props.transform?.placementGroup),
    );
  }

  private createLaunchTemplate(option: PoolOptionPlan, props: GpuNodePoolProps): CfnLaunchTemplate {
    const { plan, fabricSecurityGroupId } = props;
    return new CfnLaunchTemplate(
      this,
      `Launch-${option.id}`,
      transformed<CfnLaunchTemplateProps>(
        {
          launchTemplateData: gpuLaunch(plan, option, {
            securityGroupIds: props.securityGroupIds,
            fabricSecurityGroupId,
            placementGroup: this.placementGroupName(option),
            tags: { ...props.tags, Name: `${props.environment}-${option.id}`, "engineroom:pool": plan.name },
          }),
        },
        props.transform?.launchTemplate,
      ),
    );
  }

  private placementGroupName({ id, placement }: PoolOptionPlan): string | undefined {
    switch (placement.kind) {
      case "create":
        return this.placementGroups.get(id)?.ref;
      case "existing":
        return placement.name;
      case "none":
        return undefined;
    }
  }

  private createNodeGroup(option: PoolOptionPlan, props: GpuNodePoolProps): CfnNodegroup {
    const { plan } = props;
    const template = this.launchTemplates.get(option.id);
    return new CfnNodegroup(
      this,
      `Nodes-${option.id}`,
      transformed<CfnNodegroupProps>(
        {
          clusterName: props.clusterName,
          version: props.kubernetesVersion,
          releaseVersion: plan.image.release ?? undefined,
          nodeRole: props.nodeRoleArn,
          subnets: subnetsIn(props.subnets, option.zones),
          // Always set: without it CDK and EKS guess an image that may have no driver, or is no longer made.
          amiType: plan.image.type,
          capacityType: capacityTypes[option.purchase],
          // The machine type stands in the launch template alone: EKS refuses it in both places.
          launchTemplate: template && { id: template.ref, version: template.attrLatestVersionNumber },
          // CloudFormation sets these sizes again whenever it changes the group. A plan has the sizes of the time it is
          // made: zero before bought capacity begins, all of it from then on, so that an update agrees with the schedules.
          scalingConfig: scaling(option.size),
          // Old nodes go before new ones come: there are rarely spare machines of the kind.
          // https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html
          updateConfig: { maxUnavailable: option.maxUnavailable, updateStrategy: "MINIMAL" },
          nodeRepairConfig: repair(option.maxUnavailable),
          labels: { ...plan.labels },
          taints: eksTaints(plan.taints),
        },
        props.transform?.nodeGroup,
      ),
    );
  }
}

/** How EKS names the purchase options. Reservations are on-demand capacity that is targeted by the launch template. */
const capacityTypes: Readonly<Record<UsageClass, string>> = {
  "on-demand": "ON_DEMAND",
  reservation: "ON_DEMAND",
  spot: "SPOT",
  "capacity-block": "CAPACITY_BLOCK",
  "flex-start": "ON_DEMAND",
  queued: "ON_DEMAND",
  calendar: "ON_DEMAND",
};
