import { getClientConfigOutput } from "@pulumi/azure-native/authorization/getClientConfig.js";
import { Provider } from "@pulumi/azure-native/provider.js";
import { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup.js";
import { type CustomResourceOptions, type Input, type Output, output } from "@pulumi/pulumi";
import { kept } from "../constructs/azure/kept.ts";
import type { AzureSurroundings } from "../constructs/azure/surroundings.ts";
import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import { azureNetwork } from "./azure-plan.ts";

/** Options of everything that a stack makes. */
export type StackOptions = Required<Pick<CustomResourceOptions, "provider">>;

/** A provider of the stack's own: what a shell has configured decides no subscription that the plan names. */
export function stackOptions({ account, region }: EnvironmentPlan): StackOptions {
  const subscription = account === null ? {} : { subscriptionId: account };
  return { provider: new Provider("azure", { ...subscription, location: region }) };
}

/** The planned subscription, or that of the credentials. */
export function subscriptionOf({ account }: EnvironmentPlan, options: StackOptions): Output<string> {
  return account === null ? getClientConfigOutput(options).subscriptionId : output(account);
}

/** Where the resources of a stack are made, and their tags. */
export function surroundings(plan: EnvironmentPlan, resourceGroupName: Input<string>): AzureSurroundings {
  return { resourceGroupName, location: plan.region, tags: plan.guardrails.tags };
}

export interface GroupProps {
  readonly id: "data" | "identities" | "cluster";
  readonly name: string;
  readonly keep: boolean;
}

/** A resource group. */
export function createGroup(
  plan: EnvironmentPlan,
  { id, name, keep }: GroupProps,
  options: StackOptions,
): ResourceGroup {
  return new ResourceGroup(
    id,
    { resourceGroupName: name, location: plan.region, tags: { ...plan.guardrails.tags } },
    { ...options, ...kept(keep) },
  );
}

/**
 * The resource group of identities that outlive the cluster. One of their own: the lock on the data would keep the
 * cluster from taking its trust in them back.
 */
export function identityGroup(plan: EnvironmentPlan): string {
  return `${azureNetwork(plan).resourceGroups.data}-identities`;
}
