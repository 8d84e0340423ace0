import type { Environment } from "../spec/schema/environment.ts";
import { planAwsNetwork } from "./addresses/aws.ts";
import { planAwsCluster } from "./cluster/aws.ts";
import type { PlanContext } from "./context.ts";
import { planAwsCost } from "./cost/aws.ts";
import { planEnergy } from "./energy.ts";
import { expiryOf, planGuardrails } from "./guardrails.ts";
import type { EnvironmentPlan } from "./plan/environment.ts";
import { checkPolicy } from "./policy.ts";
import { planPools } from "./pools/index.ts";
import { planAwsQuota } from "./quota/aws.ts";
import { planAwsStorage } from "./storage/aws.ts";
import { planSystemPools } from "./system-pools/index.ts";
import { planAwsTimeline } from "./timeline/aws.ts";
import { planWorkloads } from "./workloads.ts";

/** The stages of planning on AWS, each from what those before it decided. */
export function planOnAws(environment: Environment, context: PlanContext): EnvironmentPlan {
  const { name, region } = environment;
  const { catalog } = context;
  const expiresAt = expiryOf(environment, context.now);
  const { pools, zones, zonesReason } = planPools(environment, context);
  const storage = planAwsStorage(environment, pools, context);
  const systemPools = planSystemPools(environment, { pools, zones }, context);
  const network = planAwsNetwork(environment, { zones, pools, systemPools, storage }, context);
  const cluster = planAwsCluster({ environment, pools, systemPools, storage, expiresAt }, context);
  const workloads = planWorkloads(environment, pools, cluster.queues, context);
  const guardrails = planGuardrails(environment, storage, expiresAt);
  const decided = { name, region, pools, systemPools, storage, network, cluster, guardrails };
  const existingCluster = cluster.existing !== null;
  const cost = planAwsCost({ ...decided, workloads: environment.workloads }, catalog);
  checkPolicy(environment, { pools, network, cost }, context);
  return {
    planVersion: 1,
    cloud: "aws",
    account: environment.account ?? null,
    owner: environment.owner ?? null,
    plannedAt: new Date(context.now).toISOString(),
    zones,
    zonesReason,
    ...decided,
    workloads,
    cost,
    energy: planEnergy("aws", region, pools, catalog),
    quota: planAwsQuota({ ...decided, existingCluster }, context),
    timeline: planAwsTimeline(decided, catalog),
  };
}
