import type { Environment } from "../spec/schema/environment.ts";
import { planAzureNetwork } from "./addresses/azure.ts";
import { planAzureCluster } from "./cluster/azure.ts";
import type { PlanContext } from "./context.ts";
import { planAzureCost } from "./cost/azure.ts";
import { planEnergy } from "./energy.ts";
import { expiryOf, planGuardrails } from "./guardrails.ts";
import { planAzureGuardrails } from "./guardrails-azure.ts";
import type { EnvironmentPlan } from "./plan/environment.ts";
import { checkPolicy } from "./policy.ts";
import { planPools } from "./pools/index.ts";
import { planAzureQuota } from "./quota/azure.ts";
import { planAzureStorage } from "./storage/azure.ts";
import { planSystemPools } from "./system-pools/index.ts";
import { planAzureTimeline } from "./timeline/azure.ts";
import { planWorkloads } from "./workloads.ts";

/** The stages of planning on Azure, each from what those before it decided. */
export function planOnAzure(environment: Environment, context: PlanContext): EnvironmentPlan {
  const { name, region } = environment;
  const { catalog } = context;
  const expiresAt = expiryOf(environment, context.now);
  const { pools, zones, zonesReason } = planPools(environment, context);
  const storage = planAzureStorage(environment, pools, context);
  const systemPools = planSystemPools(environment, { pools, zones }, context);
  const network = planAzureNetwork(environment, { zones, pools, systemPools, storage }, context);
  const cluster = planAzureCluster({ environment, pools, systemPools, storage, expiresAt }, context);
  const workloads = planWorkloads(environment, pools, cluster.queues, context);
  const common = planGuardrails(environment, storage, expiresAt);
  const guardrails = planAzureGuardrails(common, { pools, systemPools, cluster });
  const decided = { name, region, pools, systemPools, storage, network, cluster, guardrails };
  const cost = planAzureCost({ ...decided, workloads: environment.workloads }, catalog);
  checkPolicy(environment, { pools, network, cost }, context);
  return {
    planVersion: 1,
    cloud: "azure",
    account: environment.account ?? null,
    owner: environment.owner ?? null,
    plannedAt: new Date(context.now).toISOString(),
    zones,
    zonesReason,
    ...decided,
    workloads,
    cost,
    energy: planEnergy("azure", region, pools, catalog),
    quota: planAzureQuota({ pools, systemPools, storage }, context),
    timeline: planAzureTimeline(decided, catalog),
  };
}
