import type { Environment } from "../../spec/schema/environment.ts";
import type { StorageSpec } from "../../spec/schema/storage.ts";
import type { PlanContext } from "../context.ts";
import type { AzureStoragePlan } from "../plan/azure.ts";
import type { PoolPlan } from "../plan/pool.ts";
import { planAzureFile } from "./azure/file.ts";
import { planAzureLustre } from "./azure/lustre.ts";
import { planAzureModelCache } from "./azure/model-cache.ts";
import { planBlob } from "./azure/object.ts";

/** What every kind of storage is planned from. */
export interface AzureStorageInput {
  readonly environment: Environment;
  readonly pools: readonly PoolPlan[];
  /** Index of the storage in the file. */
  readonly index: number;
  /** Whether the region has availability zones. */
  readonly zonal: boolean;
}

/** The storage of an environment on Azure, in the order of the file. What exists is described and never created. */
export function planAzureStorage(
  environment: Environment,
  pools: readonly PoolPlan[],
  context: PlanContext,
): AzureStoragePlan[] {
  const zonal = (context.catalog.region("azure", environment.region)?.zones ?? []).length > 0;
  return environment.storage.map((spec, index) =>
    planOne(spec, { environment, pools, index, zonal }, context),
  );
}

function planOne(spec: StorageSpec, input: AzureStorageInput, context: PlanContext): AzureStoragePlan {
  switch (spec.kind) {
    case "object":
      return planBlob(spec, input);
    case "model-cache":
      return planAzureModelCache(spec, input);
    case "parallel":
      return planAzureLustre(spec, input, context);
    case "file":
      return planAzureFile(spec, input, context);
  }
}
