import { expect } from "vitest";
import type { PulumiResource } from "../../../checks/index.ts";
import type { EnvironmentPlan, PoolOptionPlan, PoolPlan, Taint } from "../../../planner/plan/index.ts";

type Inputs = Readonly<Record<string, unknown>>;

const GKE_EFFECTS: Readonly<Record<Taint["effect"], string>> = {
  NoSchedule: "NO_SCHEDULE",
  PreferNoSchedule: "PREFER_NO_SCHEDULE",
  NoExecute: "NO_EXECUTE",
};

/** Every planned pool reached the provider: machine, size, zones, interfaces, policy, labels and taints. */
export function expectPlannedPools(resources: readonly PulumiResource[], plan: EnvironmentPlan): void {
  for (const pool of plan.pools) {
    for (const option of pool.options) {
      if (pool.gcp !== undefined && option.gcp !== undefined) expectGkePools(resources, pool, option);
      if (pool.provisioner === "agent-pool") expectAgentPool(resources, pool, option);
    }
  }
}

function expectGkePools(
  resources: readonly PulumiResource[],
  pool: PoolPlan,
  { id, gcp }: PoolOptionPlan,
): void {
  const all = resources.filter(({ type }) => type === "gcp:container/nodePool:NodePool");
  for (const nodePool of gcp?.nodePools ?? []) {
    const inputs: Inputs = all.find((one) => one.inputs.name === nodePool.id)?.inputs ?? {};
    expect(inputs, `node pool ${nodePool.id} of ${id}`).not.toEqual({});
    expect(inputs.nodeLocations).toEqual(nodePool.zones);
    expect(inputs.nodeConfig).toMatchObject({
      machineType: pool.machine,
      labels: { ...pool.labels, ...gcp?.labels },
      taints: [...pool.taints, ...(gcp?.taints ?? [])].map(({ key, value, effect }) => ({
        key,
        value,
        effect: GKE_EFFECTS[effect],
      })),
    });
    const networks = (inputs.networkConfig as Inputs).additionalNodeNetworkConfigs;
    const attached = Array.isArray(networks) ? networks : [];
    expect(attached.length, `interfaces of ${nodePool.id}`).toBe(gcp?.additionalNetworks.length);
    expect(new Set(attached.map((one: Inputs) => one.subnetwork)).size).toBe(attached.length);
    if (gcp?.resourcePolicy != null) expectPolicy(resources, inputs, gcp.resourcePolicy.id);
  }
}

/** The node pool names the policy, and the policy exists. */
function expectPolicy(resources: readonly PulumiResource[], nodePool: Inputs, id: string): void {
  const named = String((nodePool.placementPolicy as Inputs).policyName);
  const policies = resources.filter(({ type }) => type === "gcp:compute/resourcePolicy:ResourcePolicy");
  expect(
    policies.map(({ inputs }) => inputs.name),
    `policy ${id}`,
  ).toContain(named.split("/").at(-1));
}

function expectAgentPool(
  resources: readonly PulumiResource[],
  pool: PoolPlan,
  { id, azure, size }: PoolOptionPlan,
): void {
  const all = resources.filter(({ type }) => type === "azure-native:containerservice:AgentPool");
  const inputs: Inputs = all.find((one) => one.inputs.agentPoolName === azure?.agentPool)?.inputs ?? {};
  expect(inputs, `agent pool of ${id}`).not.toEqual({});
  expect(inputs).toMatchObject({
    vmSize: pool.machine,
    count: size.desired,
    osSKU: pool.azure?.osSku,
    scaleSetPriority: azure?.priority,
    nodeLabels: { ...pool.labels, ...azure?.labels },
    nodeTaints: [...pool.taints, ...(azure?.taints ?? [])].map(
      ({ key, value, effect }) => `${key}=${value}:${effect}`,
    ),
  });
}
