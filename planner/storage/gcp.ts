import type { Environment } from "../../spec/schema/environment.ts";
import type { StorageSpec } from "../../spec/schema/storage.ts";
import type { PlanContext } from "../context.ts";
import type { GcpStoragePlan } from "../plan/gcp-storage.ts";
import type { PoolPlan } from "../plan/pool.ts";
import type { StorageInput } from "./aws.ts";
import { planFilestore } from "./gcp/file.ts";
import { planGcpLustre } from "./gcp/lustre.ts";
import { planGcpModelCache } from "./gcp/model-cache.ts";
import { planGcsObject } from "./gcp/object.ts";

/** The storage of an environment on Google Cloud, in the order of the file. What exists is described and never created. */
export function planGcpStorage(
  environment: Environment,
  pools: readonly PoolPlan[],
  context: PlanContext,
): readonly GcpStoragePlan[] {
  return environment.storage.map((spec, index) => planOne(spec, { environment, pools, index }, context));
}

function planOne(spec: StorageSpec, input: StorageInput, context: PlanContext): GcpStoragePlan {
  switch (spec.kind) {
    case "object":
      return planGcsObject(spec, input, context);
    case "model-cache":
      return planGcpModelCache(spec, input);
    case "parallel":
      return planGcpLustre(spec, input, context);
    case "file":
      return planFilestore(spec, input, context);
  }
}
