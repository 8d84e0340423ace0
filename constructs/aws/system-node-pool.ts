import { CfnLaunchTemplate, type CfnLaunchTemplateProps } from "aws-cdk-lib/aws-ec2";
import { CfnNodegroup, type CfnNodegroupProps } from "aws-cdk-lib/aws-eks";
import { Construct } from "constructs";
import type { SystemPoolPlan } from "../../planner/plan/pool.ts";
import type { NodeSurroundings } from "./gpu-node-pool.ts";
import { eksTaints, repair, scaling } from "./node-group-settings.ts";
import { launchBasics } from "./node-launch.ts";
import { subnetsIn } from "./node-subnets.ts";
import { nodeUserData } from "./node-user-data.ts";
import { type Transform, transformed } from "./transform.ts";

export interface SystemNodePoolProps extends NodeSurroundings {
  readonly plan: SystemPoolPlan;
  readonly transform?: {
    readonly launchTemplate?: Transform<CfnLaunchTemplateProps>;
    readonly nodeGroup?: Transform<CfnNodegroupProps>;
  };
}

/** CPU nodes for what runs beside the work: several zones and several machine types, so that one may be sold out. */
export class SystemNodePool extends Construct {
  readonly nodeGroup: CfnNodegroup;
  readonly launchTemplate: CfnLaunchTemplate;

  constructor(scope: Construct, id: string, props: SystemNodePoolProps) {
    super(scope, id);
    const { plan, transform } = props;
    this.launchTemplate = new CfnLaunchTemplate(
      this,
      "Launch",
      transformed<CfnLaunchTemplateProps>(
        { launchTemplateData: systemLaunch(props) },
        transform?.launchTemplate,
      ),
    );
    this.nodeGroup = new CfnNodegroup(
      this,
      "Nodes",
      transformed<CfnNodegroupProps>(
        {
          clusterName: props.clusterName,
          version: props.kubernetesVersion,
          releaseVersion: plan.image.release ?? undefined,
          nodeRole: props.nodeRoleArn,
          subnets: subnetsIn(props.subnets, plan.zones),
          amiType: plan.image.type,
          capacityType: "ON_DEMAND",
          instanceTypes: [...plan.machines],
          launchTemplate: {
            id: this.launchTemplate.ref,
            version: this.launchTemplate.attrLatestVersionNumber,
          },
          scalingConfig: scaling(plan.size),
          updateConfig: { maxUnavailable: plan.maxUnavailable },
          nodeRepairConfig: repair(plan.maxUnavailable),
          labels: { ...plan.labels },
          taints: eksTaints(plan.taints),
        },
        transform?.nodeGroup,
      ),
    );
  }
}

function systemLaunch({ environment, plan, tags, securityGroupIds }: SystemNodePoolProps) {
  return {
    ...launchBasics(plan.image.type, plan.disk, {
      ...tags,
      Name: `${environment}-${plan.name}`,
      "engineroom:pool": plan.name,
    }),
    securityGroupIds: [...securityGroupIds],
    userData: nodeUserData(plan.image.type, { maxPods: plan.maxPods, joinLocalDisks: false }),
  };
}
