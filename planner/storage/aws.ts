import type { Environment } from "../../spec/schema/environment.ts";
import type { StorageSpec } from "../../spec/schema/storage.ts";
import type { PlanContext } from "../context.ts";
import type { PoolPlan } from "../plan/pool.ts";
import type { AwsStoragePlan } from "../plan/storage.ts";
import { planFile } from "./aws/file.ts";
import { planLustre } from "./aws/lustre.ts";
import { planModelCache } from "./aws/model-cache.ts";
import { planObject } from "./aws/object.ts";

/** What every kind of storage is planned from. */
export interface StorageInput {
  readonly environment: Environment;
  readonly pools: readonly PoolPlan[];
  /** Index of the storage in the file. */
  readonly index: number;
}

/** The storage of an environment on AWS, in the order of the file. What exists is described and never created. */
export function planAwsStorage(
  environment: Environment,
  pools: readonly PoolPlan[],
  context: PlanContext,
): AwsStoragePlan[] {
  return environment.storage.map((spec, index) => planOne(spec, { environment, pools, index }, context));
}

function planOne(spec: StorageSpec, input: StorageInput, context: PlanContext): AwsStoragePlan {
  switch (spec.kind) {
    case "object":
      return planObject(spec, input);
    case "model-cache":
      return planModelCache(spec, input);
    case "parallel":
      return planLustre(spec, input, context);
    case "file":
      return planFile(spec, input, context);
  }
}
