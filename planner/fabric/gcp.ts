import type { FabricLayout, Machine } from "../../catalog/types.ts";
import type { PoolSpec } from "../../spec/schema/pool.ts";
import type { PlanContext } from "../context.ts";
import type { GcpPoolPlan } from "../plan/gcp-pool.ts";
import type { FabricPlan } from "../plan/pool.ts";
import type { NodeCounts } from "../pools/node-counts.ts";
import { noFabric } from "./aws.ts";
import { fabricNotOnMachine } from "./finding-kinds.ts";

export interface GcpFabric {
  readonly fabric: FabricPlan;
  readonly access: GcpPoolPlan["fabricAccess"];
  readonly layout: FabricLayout | undefined;
}

/**
 * How the nodes of a pool reach each other: chips of a slice by themselves; GPU nodes through networks of their own, as
 * the layout of their family says, as soon as there can be two of them.
 */
export function planGcpFabric(
  spec: PoolSpec,
  index: number,
  machine: Machine,
  { counts, nodesPerSlice }: { readonly counts: NodeCounts; readonly nodesPerSlice: number },
  { catalog, report }: PlanContext,
): GcpFabric {
  const layout = machine.fabric.layout === null ? undefined : catalog.fabricLayout(machine.fabric.layout);
  if (spec.fabric === "full" && layout === undefined) {
    report(fabricNotOnMachine, {
      path: ["pools", index, "fabric"],
      message: `${spec.name} asks for a fabric, and ${machine.name} has none.`,
      got: spec.fabric,
      allowed: "none",
      hint: "Choose a machine of the A3, A4 or TPU families, or leave fabric out.",
    });
  }
  if (layout === undefined || !isWired(spec, layout, counts, nodesPerSlice)) {
    return { fabric: noFabric, access: "none", layout };
  }
  const access = accessOf(machine, layout);
  const { interfaces, gbpsPerInterface } = machine.fabric;
  return {
    fabric: {
      kind: machine.fabric.kind,
      interfacesPerNode: interfaces,
      gbpsPerNode: gbpsPerInterface === null ? null : interfaces * gbpsPerInterface,
      layout: null,
      interfaces: [],
      networks: access === "dranet" ? [] : layout.networks.map(({ name }) => name),
    },
    access,
    layout,
  };
}

/** A slice is wired by what it is; the file cannot take its interconnect away. */
function isWired(
  spec: PoolSpec,
  { kind }: FabricLayout,
  { max }: NodeCounts,
  nodesPerSlice: number,
): boolean {
  if (kind === "ici") return nodesPerSlice > 1;
  return spec.fabric === undefined ? max > 1 : spec.fabric === "full";
}

/**
 * Bare metal takes device claims beside its networks; other rack machines have GKE make the networks (managed DRANET,
 * which excludes networks of one's own); everything else gets `Network` objects. https://github.com/NVIDIA/aicr/pull/2338
 */
function accessOf({ bareMetal }: Machine, { kind, rackNodes }: FabricLayout): GcpPoolPlan["fabricAccess"] {
  if (kind === "ici") return "none";
  if (bareMetal) return "device-claims";
  return rackNodes === null ? "multi-network" : "dranet";
}
