import { ManagedPolicy, PermissionsBoundary } from "aws-cdk-lib/aws-iam";
import { Stack, type StackProps, Tags } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { expiryTag } from "../planner/guardrails.ts";
import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import type { EnvironmentTransforms } from "./environment-transforms.ts";

export interface EnvironmentStackProps extends Pick<StackProps, "description" | "terminationProtection"> {
  readonly plan: EnvironmentPlan;
  readonly transform?: EnvironmentTransforms | undefined;
}

/** What the stacks of an environment have in common: where they live, their tags, and the boundary of their roles. */
export abstract class EnvironmentStack extends Stack {
  readonly plan: EnvironmentPlan;
  readonly transform: EnvironmentTransforms;
  /** Tags on everything in the stack. */
  readonly environmentTags: Readonly<Record<string, string>>;
  /**
   * Tags that launch templates put on nodes: without the expiry, because a new version of a template replaces every node.
   * https://docs.aws.amazon.com/eks/latest/userguide/update-managed-node-group.html
   */
  readonly nodeTags: Readonly<Record<string, string>>;

  constructor(scope: Construct, suffix: string, props: EnvironmentStackProps) {
    const { plan, transform = {}, ...rest } = props;
    super(scope, `${plan.name}-${suffix}`, {
      ...rest,
      env: { region: plan.region, ...(plan.account === null ? {} : { account: plan.account }) },
      analyticsReporting: false,
    });
    this.plan = plan;
    this.transform = transform;
    this.environmentTags = tagsOf(plan);
    const { [expiryTag]: _, ...lasting } = this.environmentTags;
    this.nodeTags = lasting;
    this.tagEverything();
    const { permissionsBoundary } = plan.guardrails;
    if (permissionsBoundary !== null) {
      const boundary = ManagedPolicy.fromManagedPolicyArn(this, "PermissionsBoundary", permissionsBoundary);
      PermissionsBoundary.of(this).apply(boundary);
    }
  }

  private tagEverything(): void {
    for (const [key, value] of Object.entries(this.environmentTags)) {
      Tags.of(this).add(key, value, {
        // Another tag would replace the group, and with it the nodes in it: it carries the name alone.
        // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-placementgroup.html
        excludeResourceTypes: key === environmentTag ? [] : ["AWS::EC2::PlacementGroup"],
      });
    }
  }
}

const environmentTag = "engineroom:environment";

function tagsOf({ name, owner, guardrails }: EnvironmentPlan): Record<string, string> {
  return {
    ...guardrails.tags,
    [environmentTag]: name,
    ...(owner === null ? {} : { "engineroom:owner": owner }),
  };
}
