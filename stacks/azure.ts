import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import { azureAnswers } from "./azure-answers.ts";
import { AzureCluster, type AzureClusterTransforms } from "./azure-cluster.ts";
import { AzureData, type AzureDataTransforms } from "./azure-data.ts";
import type { ClusterOutputs, DataOutputs } from "./pulumi/outputs.ts";

export { AzureCluster, type AzureClusterTransforms, AzureData, type AzureDataTransforms, azureAnswers };

/** Creates what outlives the cluster: the stack `<name>-data`. */
export function azureData(plan: EnvironmentPlan, transform: AzureDataTransforms = {}): DataOutputs {
  return new AzureData(plan, transform).outputs;
}

/** Creates what can be removed and made again: the stack `<name>-cluster`. */
export function azureCluster(
  plan: EnvironmentPlan,
  data: DataOutputs,
  transform: AzureClusterTransforms = {},
): ClusterOutputs {
  return new AzureCluster(plan, data, transform).outputs;
}
