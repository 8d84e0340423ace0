import { Provider } from "@pulumi/gcp/provider.js";
import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { type Project, readProject } from "../constructs/gcp/project.ts";
import type { EnvironmentPlan } from "../planner/plan/environment.ts";

/** The provider of a stack, tied to the plan's project and region, and the project. */
export interface Surroundings {
  readonly options: ComponentResourceOptions;
  readonly project: Project;
}

/**
 * A provider of the stack's own: what a shell has configured decides neither project nor region. Calls that count
 * against a project (budgets among them) count against the environment's.
 * https://www.pulumi.com/registry/packages/gcp/installation-configuration/
 */
export function surroundings({ account, region }: EnvironmentPlan): Surroundings {
  const project =
    account === null ? {} : { project: account, billingProject: account, userProjectOverride: true };
  const provider = new Provider("gcp", { ...project, region });
  return { options: { provider }, project: readProject(account, { provider }) };
}
