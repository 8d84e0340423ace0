import type { CfnLaunchTemplate } from "aws-cdk-lib/aws-ec2";
import type { PoolOptionPlan, PoolPlan } from "../../planner/plan/pool.ts";
import { launchBasics, type NodeTags } from "./node-launch.ts";
import { nodeUserData } from "./node-user-data.ts";

type LaunchTemplateData = CfnLaunchTemplate.LaunchTemplateDataProperty;

export interface GpuLaunchSurroundings {
  readonly securityGroupIds: readonly string[];
  readonly fabricSecurityGroupId: string | null;
  readonly placementGroup: string | undefined;
  readonly tags: NodeTags;
}

/** How a node of one purchase option of a pool is launched. */
export function gpuLaunch(
  pool: PoolPlan,
  option: PoolOptionPlan,
  surroundings: GpuLaunchSurroundings,
): LaunchTemplateData {
  const { placementGroup, tags } = surroundings;
  return {
    ...launchBasics(pool.image.type, pool.disk, tags),
    instanceType: pool.machine,
    userData: nodeUserData(pool.image.type, {
      maxPods: pool.maxPods,
      joinLocalDisks: pool.localStorageGB > 0,
    }),
    ...network(pool, surroundings),
    placement: placementGroup === undefined ? undefined : { groupName: placementGroup },
    // Spot is asked for by the node group's capacity type: EKS refuses a market of its own in the launch template.
    // https://docs.aws.amazon.com/eks/latest/userguide/capacity-blocks-mng.html
    instanceMarketOptions:
      option.purchase === "capacity-block" ? { marketType: "capacity-block" } : undefined,
    capacityReservationSpecification:
      option.reservationId === null
        ? undefined
        : { capacityReservationTarget: { capacityReservationId: option.reservationId } },
  };
}

/** Every interface of the plan is wired; without interfaces EC2 makes its usual single one. */
function network(
  { fabric }: PoolPlan,
  { securityGroupIds, fabricSecurityGroupId }: GpuLaunchSurroundings,
): LaunchTemplateData {
  const groups =
    fabric.kind === "efa" && fabricSecurityGroupId !== null
      ? [...securityGroupIds, fabricSecurityGroupId]
      : [...securityGroupIds];
  if (fabric.interfaces.length === 0) return { securityGroupIds: groups };
  return {
    networkInterfaces: fabric.interfaces.map(({ card, device, kind }) => ({
      networkCardIndex: card,
      deviceIndex: device,
      interfaceType: kind,
      groups,
      deleteOnTermination: true,
      // EC2 refuses the parameter, whatever its value, beside several interfaces, and then gives no public address either.
      // https://github.com/hashicorp/terraform-provider-aws/issues/6777
      associatePublicIpAddress: fabric.interfaces.length === 1 ? false : undefined,
    })),
  };
}
