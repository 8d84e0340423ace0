import type { Construct } from "constructs";
import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import { ClusterStack } from "./cluster-stack.ts";
import { DataStack } from "./data-stack.ts";
import type { EnvironmentTransforms } from "./environment-transforms.ts";
import { newFileSystems, StorageStack } from "./storage-stack.ts";

export type { EnvironmentTransforms };
export { ClusterStack, DataStack, StorageStack };

export interface EnvironmentStacks {
  readonly data: DataStack;
  /** `undefined` where the environment has no file system of its own. */
  readonly storage: StorageStack | undefined;
  readonly cluster: ClusterStack;
}

/**
 * The stacks of an environment on AWS, cut by lifetime: `<name>-data` (kept), `<name>-storage` (kept) and
 * `<name>-cluster` (replaceable). The last two need the first only, so that they are created beside each other.
 */
export function environmentStacks(
  scope: Construct,
  plan: EnvironmentPlan,
  options: { readonly transform?: EnvironmentTransforms } = {},
): EnvironmentStacks {
  const props = { plan, transform: options.transform };
  const data = new DataStack(scope, {
    ...props,
    description: `${plan.name}: network, data, logs, guardrails`,
  });
  const storage =
    newFileSystems(plan).length === 0
      ? undefined
      : new StorageStack(scope, { ...props, data, description: `${plan.name}: file systems` });
  const cluster = new ClusterStack(scope, { ...props, data, description: `${plan.name}: cluster and nodes` });
  return { data, storage, cluster };
}
