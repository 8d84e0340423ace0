import type { Environment } from "../../spec/schema/environment.ts";
import { type CloudStages, stageOf } from "../cloud-stages.ts";
import type { PlanContext } from "../context.ts";
import { planAwsPools } from "./aws.ts";
import { planAzurePools } from "./azure.ts";
import type { PlannedPools } from "./planned-pools.ts";

export type { PlannedPools };

type PoolsStage = (environment: Environment, context: PlanContext) => PlannedPools;

const stages: CloudStages<PoolsStage> = { aws: planAwsPools, azure: planAzurePools };

/** Machine, zones, purchase options and node settings of every pool of an environment. */
export function planPools(environment: Environment, context: PlanContext): PlannedPools {
  return stageOf(stages, environment.cloud)(environment, context);
}
