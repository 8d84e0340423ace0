import type { Environment } from "../../spec/schema/environment.ts";
import { type CloudStages, stageOf } from "../cloud-stages.ts";
import type { PlanContext } from "../context.ts";
import type { PoolPlan, SystemPoolPlan } from "../plan/pool.ts";
import { planAwsSystemPools } from "./aws.ts";
import { planAzureSystemPools } from "./azure.ts";

export interface SystemPoolsInput {
  readonly pools: readonly PoolPlan[];
  /** Zones of the pools, the preferred one first. */
  readonly zones: readonly string[];
}

type SystemPoolsStage = (
  environment: Environment,
  input: SystemPoolsInput,
  context: PlanContext,
) => readonly SystemPoolPlan[];

const stages: CloudStages<SystemPoolsStage> = { aws: planAwsSystemPools, azure: planAzureSystemPools };

/** CPU nodes for what runs beside the work of an environment. */
export function planSystemPools(
  environment: Environment,
  input: SystemPoolsInput,
  context: PlanContext,
): readonly SystemPoolPlan[] {
  return stageOf(stages, environment.cloud)(environment, input, context);
}
