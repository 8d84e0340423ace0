import type { Environment } from "../../spec/schema/environment.ts";
import { type CloudStages, stageOf } from "../cloud-stages.ts";
import type { PlanContext } from "../context.ts";
import type { NetworkPlan } from "../plan/network.ts";
import { planAwsNetwork } from "./aws.ts";
import { planAzureNetwork } from "./azure.ts";
import type { NetworkInput } from "./network-input.ts";

export type { NetworkInput };

type NetworkStage = (environment: Environment, input: NetworkInput, context: PlanContext) => NetworkPlan;

const stages: CloudStages<NetworkStage> = { aws: planAwsNetwork, azure: planAzureNetwork };

/** Address ranges, subnets with room for everything that can stand in them, and the ways out. */
export function planNetwork(
  environment: Environment,
  input: NetworkInput,
  context: PlanContext,
): NetworkPlan {
  return stageOf(stages, environment.cloud)(environment, input, context);
}
