import type { Facts } from "../checks/facts.ts";
import { noFacts } from "../checks/facts.ts";
import type { Environment } from "../spec/schema/environment.ts";
import { clusterFact, deviceRequestFacts, fabricNetworkFacts } from "./facts/cluster.ts";
import { fileSystemFacts } from "./facts/file-systems.ts";
import { nameFacts } from "./facts/names.ts";
import { poolFacts, systemPoolFacts } from "./facts/pools.ts";
import { rangeFacts } from "./facts/ranges.ts";
import { unknownFacts } from "./facts/unknowns.ts";
import type { EnvironmentPlan } from "./plan/index.ts";

/**
 * What checks look at, taken from a plan. `at` leads to the place in the environment file that a person would change:
 * `["pools", 0, "purchase", 1]`, `["storage", 2]`, `["network", "cidr"]`.
 */
export function planFacts(plan: EnvironmentPlan, environment: Environment): Facts {
  const groups = poolFacts(plan, environment);
  return {
    ...noFacts(plan.cloud),
    region: plan.region,
    now: Date.parse(plan.plannedAt),
    nodeGroups: [...groups, ...systemPoolFacts(plan)],
    placementGroups: groups.flatMap(({ at, placement }) =>
      placement?.kind === "group" && placement.createdHere
        ? [{ at, name: placement.id, strategy: placement.strategy }]
        : [],
    ),
    fileSystems: fileSystemFacts(plan, environment),
    ranges: rangeFacts(plan, environment),
    clusters: plan.cluster.existing === null ? [clusterFact(plan, environment)] : [],
    addons: plan.cluster.addons.map((addon) => ({
      at: ["orchestration"],
      name: addon.name,
      cluster: plan.cluster.name,
      version: addon.version ?? undefined,
    })),
    names: nameFacts(plan, environment),
    fabricNetworks: fabricNetworkFacts(plan),
    deviceRequests: deviceRequestFacts(plan),
    registeredFeatures: plan.cloud === "azure" ? environment.azure?.registeredFeatures : undefined,
    endpoints: environment.workloads.flatMap((workload, index) =>
      workload.kind === "serving" && workload.expose !== undefined
        ? [
            {
              at: ["workloads", index, "expose"],
              name: workload.name,
              host: workload.expose.host,
              authentication: workload.expose.authentication,
            },
          ]
        : [],
    ),
    unknowns: unknownFacts(plan, groups),
  };
}
