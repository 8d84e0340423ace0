import type { Catalog } from "../../catalog/catalog.ts";
import type { ClusterPlan } from "../plan/cluster.ts";
import type { TimelinePlan } from "../plan/figures.ts";
import type { GuardrailsPlan } from "../plan/guardrails.ts";
import type { AwsNetworkPlan } from "../plan/network.ts";
import type { PoolPlan, SystemPoolPlan } from "../plan/pool.ts";
import type { AwsStoragePlan } from "../plan/storage.ts";
import { clusterSteps } from "./aws-cluster.ts";
import { dataSteps } from "./aws-data.ts";
import { storageSteps } from "./aws-storage.ts";
import { schedule } from "./schedule.ts";

export interface TimelineInput {
  readonly name: string;
  readonly network: AwsNetworkPlan;
  readonly cluster: ClusterPlan;
  readonly pools: readonly PoolPlan[];
  readonly systemPools: readonly SystemPoolPlan[];
  readonly storage: readonly AwsStoragePlan[];
  readonly guardrails: GuardrailsPlan;
}

/**
 * The deployment of an environment's stacks: data first, then file systems beside the cluster. Steps are the resources
 * that decide how long it takes, under the paths of their constructs.
 */
export function planAwsTimeline(input: TimelineInput, catalog: Catalog): TimelinePlan {
  const data = `${input.name}-data`;
  const storage = storageSteps(`${input.name}-storage`, input, catalog);
  return schedule([
    { stack: data, dependsOn: [], steps: dataSteps(data, input, catalog) },
    ...(storage.length === 0 ? [] : [{ stack: `${input.name}-storage`, dependsOn: [data], steps: storage }]),
    {
      stack: `${input.name}-cluster`,
      dependsOn: [data],
      steps: clusterSteps(`${input.name}-cluster`, input, catalog),
    },
  ]);
}
