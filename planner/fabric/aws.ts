import type { Machine } from "../../catalog/types.ts";
import type { PoolSpec } from "../../spec/schema/pool.ts";
import type { PlanContext } from "../context.ts";
import type { FabricPlan } from "../plan/pool.ts";
import { nodeCounts } from "../pools/node-counts.ts";
import { bandwidthLayoutUnknown, fabricNotOnMachine } from "./finding-kinds.ts";

export const noFabric: FabricPlan = {
  kind: "none",
  interfacesPerNode: 0,
  gbpsPerNode: null,
  layout: null,
  interfaces: [],
  networks: [],
};

/** Whether the nodes of a pool are wired to each other: as the file says, else wherever there can be two of them. */
export function wantsFabric(spec: PoolSpec, { fabric }: Machine): boolean {
  if (fabric.kind === "none" || fabric.layout === null) return false;
  return spec.fabric === undefined ? nodeCounts(spec).max > 1 : spec.fabric === "full";
}

/** Every network interface of a node: one EFA on each card that carries it, in the layout that the file asks for. */
export function planFabric(
  spec: PoolSpec,
  index: number,
  machine: Machine,
  { catalog, report }: PlanContext,
): FabricPlan {
  const { fabric } = machine;
  if (spec.fabric === "full" && fabric.kind === "none") {
    report(fabricNotOnMachine, {
      path: ["pools", index, "fabric"],
      message: `${spec.name} asks for a fabric, and ${machine.name} has none.`,
      got: spec.fabric,
      allowed: "none",
      hint: "Choose a larger machine of the family, or leave fabric out.",
    });
  }
  const wires = fabric.layout === null ? undefined : catalog.fabricLayout(fabric.layout);
  if (!wantsFabric(spec, machine) || wires === undefined) return noFabric;
  const wide = spec.fabricLayout === "bandwidth" ? wires.bandwidth : null;
  if (spec.fabricLayout === "bandwidth" && wide === null) {
    report(bandwidthLayoutUnknown, {
      path: ["pools", index, "fabricLayout"],
      message: `The bandwidth layout of ${machine.name} is in no source; ${spec.name} is wired with ip-saving.`,
      got: spec.fabricLayout,
      allowed: "ip-saving",
      hint: "Leave fabricLayout out. The EFA bandwidth is the same in both layouts.",
    });
  }
  return {
    kind: fabric.kind,
    interfacesPerNode: fabric.interfaces,
    gbpsPerNode: fabric.gbpsPerInterface === null ? null : fabric.interfaces * fabric.gbpsPerInterface,
    layout: wide === null ? "ip-saving" : "bandwidth",
    interfaces: wide ?? wires.ipSaving,
    networks: [],
  };
}
