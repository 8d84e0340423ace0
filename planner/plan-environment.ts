import type { Catalog } from "../catalog/catalog.ts";
import type { CloudName } from "../catalog/types.ts";
import { checksFor, runChecks } from "../checks/index.ts";
import type { Finding } from "../spec/finding.ts";
import type { Environment } from "../spec/schema/environment.ts";
import { acknowledge } from "./acknowledge.ts";
import { notPlanned } from "./cloud-not-planned.ts";
import { type PlanContext, planContext } from "./context.ts";
import { deepFreeze } from "./deep-freeze.ts";
import { planFacts } from "./facts.ts";
import { knownCodes } from "./known-codes.ts";
import { orderFindings } from "./order-findings.ts";
import type { EnvironmentPlan } from "./plan/environment.ts";
import { planOnAws } from "./plan-on-aws.ts";
import { planOnAzure } from "./plan-on-azure.ts";
import { planOnGcp } from "./plan-on-gcp.ts";
import { checkShares } from "./shares.ts";

export interface PlanOptions {
  readonly catalog: Catalog;
  /** Milliseconds since the epoch: dates are compared with it, and a lifetime counts from it. */
  readonly now: number;
}

export interface PlannedEnvironment {
  /** Frozen. Absent where the environment's cloud is not planned yet; present with errors too, to be looked at. */
  readonly plan?: EnvironmentPlan;
  /** What was noticed, errors first. An error means that the plan must not be built. */
  readonly findings: readonly Finding[];
}

type Planner = (environment: Environment, context: PlanContext) => EnvironmentPlan;

const planners: Readonly<Partial<Record<CloudName, Planner>>> = {
  aws: planOnAws,
  gcp: planOnGcp,
  azure: planOnAzure,
};

/**
 * Decides everything about an environment. The same environment, catalog and time give the same plan. Nothing is thrown
 * but bugs: what is wrong is a finding, and a plan with errors is still given, so that it can be looked at.
 */
export function planEnvironment(environment: Environment, { catalog, now }: PlanOptions): PlannedEnvironment {
  const planOn = planners[environment.cloud];
  if (planOn === undefined) return { findings: [notPlanned(environment.cloud)] };
  const { context, findings } = planContext(catalog, now);
  const plan = planOn(environment, context);
  checkShares(environment, plan.pools, context);
  const checked = runChecks(checksFor(environment.cloud), planFacts(plan, environment), catalog);
  const all = acknowledge([...findings, ...checked], environment.acknowledge, knownCodes());
  return { plan: deepFreeze(plan), findings: orderFindings(all) };
}
