import type { AzureGuardrailsPlan } from "./plan/azure.ts";
import type { ClusterPlan } from "./plan/cluster.ts";
import type { GuardrailsPlan } from "./plan/guardrails.ts";
import type { PoolPlan, ScheduledSize, SystemPoolPlan } from "./plan/pool.ts";

export interface AzureGuardrailsInput {
  readonly pools: readonly PoolPlan[];
  readonly systemPools: readonly SystemPoolPlan[];
  readonly cluster: ClusterPlan;
}

/**
 * How spending stops and data stays in Azure's own words. Logic Apps call the resource manager: they set agent pools to
 * a size when capacity begins or ends, and stop the whole cluster at the end of the environment, which is the only way
 * to bring the system pool to nothing. https://learn.microsoft.com/azure/aks/start-stop-cluster
 */
export function planAzureGuardrails(
  common: GuardrailsPlan,
  { pools, systemPools, cluster }: AzureGuardrailsInput,
): GuardrailsPlan {
  const ours = cluster.existing === null;
  const canStop = ours && cluster.azure?.nodeProvisioning !== "Auto";
  const agentPools = pools
    .filter(({ provisioner }) => provisioner === "agent-pool")
    .flatMap((pool) => pool.options.map(({ azure, schedule }) => ({ name: azure?.agentPool, schedule })));
  const system = systemPools.map(({ azure, schedule }) => ({ name: azure?.agentPool, schedule }));
  const azure: AzureGuardrailsPlan = {
    locks: common.protectData ? [{ id: "data", level: "CanNotDelete", scope: "data-resource-group" }] : [],
    // Where the whole cluster stops, no pool is lowered at the same moment: AKS does one thing at a time.
    schedules: [...agentPools, ...system].flatMap(({ name, schedule }) =>
      schedule
        .filter(({ id }) => !(canStop && id === "expire"))
        .flatMap((change) => (name === undefined ? [] : [scheduled(name, change)])),
    ),
    stopClusterAt: canStop ? common.expiresAt : null,
    budgetScope: "resource-groups",
  };
  return { ...common, auditTrail: false, azure };
}

function scheduled(
  agentPool: string,
  { id, ...change }: ScheduledSize,
): AzureGuardrailsPlan["schedules"][number] {
  return { id: `${agentPool}-${id}`, agentPool, ...change };
}
