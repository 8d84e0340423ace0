import type { Catalog } from "../../catalog/catalog.ts";
import type { Machine } from "../../catalog/types.ts";
import type { PoolSpec } from "../../spec/schema/pool.ts";
import type { PlanContext } from "../context.ts";
import { rackNodes } from "../images/azure.ts";
import type { AzureInfinibandPlan } from "../plan/azure.ts";
import type { FabricPlan } from "../plan/pool.ts";
import { nodeCounts } from "../pools/node-counts.ts";
import { fabricNotOnMachine } from "./finding-kinds.ts";

/** The one name under which pods ask for InfiniBand devices. https://github.com/Azure/aks-rdma-infiniband */
export const RDMA_RESOURCE = "rdma/ib";

/** Holds for a whole subscription. https://learn.microsoft.com/azure/aks/use-amd-gpus */
export const INFINIBAND_FEATURE = "Microsoft.ContainerService/AKSInfinibandSupport";

/** Nodes of one scale set where the catalog has no limit. */
const SCALE_SET_NODES = 100;

const noFabric: FabricPlan = {
  kind: "none",
  interfacesPerNode: 0,
  gbpsPerNode: null,
  layout: null,
  interfaces: [],
  networks: [],
};

/** Whether the nodes of a pool work as one: as the file says, else wherever there can be two of them. */
export function wantsInfiniband(spec: PoolSpec, { fabric }: Machine): boolean {
  if (fabric.kind !== "infiniband") return false;
  return spec.fabric === undefined ? nodeCounts(spec).max > 1 : spec.fabric === "full";
}

/** InfiniBand comes with the machine: what is planned is that pods can have it and that all nodes share it. */
export function planAzureFabric(
  spec: PoolSpec,
  index: number,
  machine: Machine,
  { report }: PlanContext,
): FabricPlan {
  const { fabric } = machine;
  if (spec.fabric === "full" && fabric.kind === "none") {
    report(fabricNotOnMachine, {
      path: ["pools", index, "fabric"],
      message: `${spec.name} asks for a fabric, and ${machine.name} has none.`,
      got: spec.fabric,
      allowed: "none",
      hint: "Choose an ND size with r in its name, or leave fabric out.",
    });
  }
  if (!wantsInfiniband(spec, machine)) return noFabric;
  return {
    kind: "infiniband",
    interfacesPerNode: fabric.interfaces,
    gbpsPerNode: fabric.gbpsPerInterface === null ? null : fabric.interfaces * fabric.gbpsPerInterface,
    layout: null,
    interfaces: [],
    networks: [],
  };
}

/**
 * The InfiniBand part of a pool. The subscription's feature puts nodes on one fabric and must be registered, except for
 * rack-scale machines, for which it must not be.
 * https://github.com/Azure/ai-infrastructure-on-azure/tree/main/infrastructure_references/aks
 */
export function infinibandOf(
  fabric: FabricPlan,
  machine: Machine,
  catalog: Catalog,
): AzureInfinibandPlan | null {
  if (fabric.kind !== "infiniband") return null;
  return {
    resource: RDMA_RESOURCE,
    devicesPerNode: fabric.interfacesPerNode,
    feature: INFINIBAND_FEATURE,
    featureState: rackNodes(machine.fabric.layout, catalog) === null ? "registered" : "unregistered",
    maxNodes: catalog.limit("azure", "infiniband-nodes-per-scale-set")?.value ?? SCALE_SET_NODES,
  };
}
