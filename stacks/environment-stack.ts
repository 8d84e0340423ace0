import { ManagedPolicy, PermissionsBoundary } from "aws-cdk-lib/aws-iam";
import { Stack, type StackProps, Tags } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
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
    for (const [key, value] of Object.entries(this.environmentTags)) Tags.of(this).add(key, value);
    const { permissionsBoundary } = plan.guardrails;
    if (permissionsBoundary !== null) {
      const boundary = ManagedPolicy.fromManagedPolicyArn(this, "PermissionsBoundary", permissionsBoundary);
      PermissionsBoundary.of(this).apply(boundary);
    }
  }
}

function tagsOf({ name, owner, guardrails }: EnvironmentPlan): Record<string, string> {
  return {
    ...guardrails.tags,
    "engineroom:environment": name,
    ...(owner === null ? {} : { "engineroom:owner": owner }),
  };
}
