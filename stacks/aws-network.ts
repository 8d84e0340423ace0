import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import type { AwsNetworkPlan } from "../planner/plan/network.ts";

/** The network of a plan for AWS. Throws for a plan that the planner made for another cloud: that is a bug. */
export function awsNetwork({ network }: EnvironmentPlan): AwsNetworkPlan {
  if (network.cloud !== "aws") throw new Error("the plan is not one for AWS");
  return network;
}
