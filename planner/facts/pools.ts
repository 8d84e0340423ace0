import type { NodeGroupFact, PlacementFact, ReservationFact } from "../../checks/facts.ts";
import type { Path } from "../../spec/finding.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import type { PoolSpec } from "../../spec/schema/pool.ts";
import type { EnvironmentPlan, PoolOptionPlan, PoolPlan } from "../plan/index.ts";
import { azureAgentPool } from "./azure-pools.ts";
import { gcpNodePools } from "./gcp-pools.ts";

type Purchase = PoolSpec["purchase"][number];

/** One node group for each purchase option of each pool; on GKE one for each of its node pools. */
export function poolFacts(plan: EnvironmentPlan, environment: Environment): readonly NodeGroupFact[] {
  return plan.pools.flatMap((pool) => {
    const index = environment.pools.findIndex((one) => one.name === pool.name);
    const spec = environment.pools[index];
    return pool.options.flatMap((option, position): readonly NodeGroupFact[] => {
      const at: Path = index === -1 ? ["pools"] : ["pools", index, "purchase", position];
      const facts = optionFacts(option, spec?.purchase[position]);
      const parts = gcpNodePools(plan, pool, option) ?? [azureAgentPool(pool, option) ?? {}];
      return parts.map((part) => ({ ...common(plan, pool), ...facts, at, name: option.id, ...part }));
    });
  });
}

/** The CPU nodes beside the work. Nothing in the file makes them, so they stand at its root. */
export function systemPoolFacts(plan: EnvironmentPlan): readonly NodeGroupFact[] {
  return plan.systemPools.map((pool) => ({
    at: [],
    name: pool.name,
    provisioner: "managed",
    cluster: plan.cluster.name,
    machines: pool.machines,
    market: "on-demand",
    reservation: null,
    zones: pool.zones,
    placement: { kind: "none" },
    interfaces: [],
    fabricWanted: false,
    size: pool.size,
    update: { maxUnavailable: pool.maxUnavailable },
    image: pool.image.type,
    kubernetesVersion: plan.cluster.version,
    labels: pool.labels,
    taints: pool.taints,
    addressesPerNode: pool.addressesPerNode,
  }));
}

function common(plan: EnvironmentPlan, pool: PoolPlan): Omit<NodeGroupFact, "at" | "name"> {
  return {
    provisioner: pool.provisioner === "karpenter" ? "elastic" : "managed",
    cluster: plan.cluster.name,
    pool: pool.name,
    machines: [pool.machine],
    interfaces: pool.fabric.interfaces,
    fabricWanted: pool.fabric.kind !== "none",
    image: pool.image.type,
    driverMajor: pool.image.driverMajor ?? undefined,
    kubernetesVersion: plan.cluster.version,
    labels: pool.labels,
    taints: pool.taints,
    sharing: pool.sharing ?? undefined,
    disks: [
      {
        type: pool.disk.type,
        sizeGiB: pool.disk.sizeGiB,
        iops: pool.disk.iops ?? undefined,
        throughputMBps: pool.disk.throughputMBps ?? undefined,
      },
    ],
    addressesPerNode: pool.addressesPerNode,
  };
}

function optionFacts(option: PoolOptionPlan, purchase: Purchase | undefined): Partial<NodeGroupFact> {
  return {
    market: option.purchase,
    reservation: reservationFact(option, purchase),
    zones: option.zones,
    placement: placementFact(option),
    size: option.size,
    nodesWanted: option.nodes,
    update: { maxUnavailable: option.maxUnavailable },
  };
}

function reservationFact(option: PoolOptionPlan, purchase: Purchase | undefined): ReservationFact | null {
  if (option.reservationId === null || purchase === undefined) return null;
  switch (purchase.kind) {
    case "capacity-block":
    case "reservation":
    case "calendar":
      return {
        id: option.reservationId,
        kind: purchase.kind,
        zone: purchase.zone,
        nodes: purchase.nodes,
        start: purchase.start,
        end: purchase.end,
        placementGroup: purchase.kind === "reservation" ? purchase.placementGroup : undefined,
      };
    case "on-demand":
    case "spot":
    case "flex-start":
    case "queued":
      return null;
  }
}

function placementFact({ id, placement }: PoolOptionPlan): PlacementFact {
  switch (placement.kind) {
    case "none":
      return { kind: "none" };
    case "create":
      return { kind: "group", id, strategy: placement.strategy, createdHere: true };
    case "existing":
      return { kind: "group", id: placement.name, createdHere: false };
  }
}
