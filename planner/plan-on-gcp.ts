import type { Environment } from "../spec/schema/environment.ts";
import { planGcpNetwork } from "./addresses/gcp.ts";
import { planGcpCluster } from "./cluster/gcp.ts";
import type { PlanContext } from "./context.ts";
import { planGcpCost } from "./cost/gcp.ts";
import { planEnergy } from "./energy.ts";
import { expiryOf, planGuardrails } from "./guardrails.ts";
import { planGcpGuardrails } from "./guardrails-gcp.ts";
import type { EnvironmentPlan } from "./plan/environment.ts";
import { checkPolicy } from "./policy.ts";
import { planGcpPools } from "./pools/gcp.ts";
import { planGcpQuota } from "./quota/gcp.ts";
import { planGcpStorage } from "./storage/gcp.ts";
import { planGcpSystemPools } from "./system-pools/gcp.ts";
import { planGcpTimeline } from "./timeline/gcp.ts";
import { planWorkloads } from "./workloads.ts";

/** The stages of planning on Google Cloud, each from what those before it decided. */
export function planOnGcp(environment: Environment, context: PlanContext): EnvironmentPlan {
  const { name, region } = environment;
  const { catalog } = context;
  const expiresAt = expiryOf(environment, context.now);
  const { pools, zones, zonesReason } = planGcpPools(environment, context);
  const storage = planGcpStorage(environment, pools, context);
  const systemPools = planGcpSystemPools(environment, { pools, zones }, context);
  const network = planGcpNetwork(environment, { zones, pools, systemPools, storage }, context);
  const cluster = planGcpCluster({ environment, pools, systemPools, storage, expiresAt }, context);
  const workloads = planWorkloads(environment, pools, cluster.queues, context);
  const guardrails = planGcpGuardrails(planGuardrails(environment, storage, expiresAt), environment, {
    pools,
    systemPools,
  });
  const decided = { name, region, pools, systemPools, storage, network, cluster, guardrails };
  const cost = planGcpCost(decided, catalog);
  checkPolicy(environment, { pools, network, cost }, context);
  return {
    planVersion: 1,
    cloud: "gcp",
    account: environment.account ?? null,
    owner: environment.owner ?? null,
    plannedAt: new Date(context.now).toISOString(),
    zones,
    zonesReason,
    ...decided,
    workloads,
    cost,
    energy: planEnergy("gcp", region, pools, catalog),
    quota: planGcpQuota(decided, context),
    timeline: planGcpTimeline(decided, catalog),
  };
}
