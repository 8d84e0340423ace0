import type { Machine, TpuTopology } from "../../catalog/types.ts";
import type { FindingKind } from "../../spec/finding.ts";
import type { PoolSpec } from "../../spec/schema/pool.ts";
import type { PlanContext } from "../context.ts";
import type { GcpTpuPlan } from "../plan/gcp-pool.ts";
import { type NodeCounts, nodeCounts } from "./node-counts.ts";

export const sliceTopologyUnknown: FindingKind = {
  code: "slice-topology-unknown",
  severity: "error",
  title: "A TPU topology is one that its generation has.",
  source: "https://cloud.google.com/kubernetes-engine/docs/concepts/plan-tpus",
};

export const sliceNodesDiffer: FindingKind = {
  code: "slice-nodes-differ",
  severity: "error",
  title: "The nodes of a TPU pool are whole slices of its topology.",
  source: "https://cloud.google.com/kubernetes-engine/docs/concepts/plan-tpus",
};

/** The slices of a pool, and the nodes that they are made of. */
export interface SliceChoice {
  readonly machine: Machine;
  readonly counts: NodeCounts;
  readonly tpu: GcpTpuPlan;
  readonly because: string;
}

/** Whether a machine's chips are joined into slices. */
export function isSliced({ fabric }: Machine): boolean {
  return fabric.kind === "ici";
}

/**
 * The topology decides machine, nodes and placement. Where the file gives none, it is the most compact one with as many
 * nodes as the file wants; elastic pools are made of slices of one node.
 */
export function chooseSlice(
  spec: PoolSpec,
  index: number,
  found: Machine,
  context: PlanContext,
): SliceChoice | undefined {
  const rows = slicesOf(spec, found, context);
  const counts = nodeCounts(spec);
  const row = spec.topology === undefined ? mostCompact(rows, found, counts) : named(rows, spec.topology);
  if (row === undefined) {
    reportMissing(spec, index, found, rows, counts, context);
    return undefined;
  }
  const machine = context.catalog.machine("gcp", row.machine) ?? found;
  // One node is what a file that says no number of nodes means: then it is one slice.
  const wanted = counts.max === 1 ? row.nodes : counts.max;
  if (wanted % row.nodes !== 0) {
    context.report(sliceNodesDiffer, {
      path: ["pools", index, "nodes"],
      message: `${spec.name} wants ${wanted} nodes, and a slice of ${row.topology} has ${row.nodes}.`,
      got: wanted,
      allowed: `a multiple of ${row.nodes}`,
      hint: `Write nodes: ${Math.ceil(wanted / row.nodes) * row.nodes}, or leave topology out.`,
    });
  }
  const slices = Math.max(1, Math.ceil(wanted / row.nodes));
  const max = slices * row.nodes;
  const min = counts.elastic ? Math.floor(counts.min / row.nodes) * row.nodes : max;
  return {
    machine,
    counts: { min, max, elastic: counts.elastic },
    tpu: {
      topology: row.topology,
      chips: row.chips,
      acceleratorLabel: row.gkeAccelerator,
      nodesPerSlice: row.nodes,
      slices,
    },
    because:
      spec.topology === undefined
        ? `the most compact slice of ${row.nodes} ${row.nodes === 1 ? "node" : "nodes"} is ${row.topology}`
        : `the topology ${row.topology} is ${row.nodes} ${row.nodes === 1 ? "node" : "nodes"} of ${row.machine}`,
  };
}

/** Topologies of the machine that the file names, else of every machine with the accelerator. */
function slicesOf(spec: PoolSpec, found: Machine, { catalog }: PlanContext): readonly TpuTopology[] {
  return catalog.tpuTopologies().filter((row) => {
    if (spec.machine !== undefined) return row.machine === found.name;
    const machine = catalog.machine("gcp", row.machine);
    if (machine?.accelerator !== found.accelerator) return false;
    return spec.acceleratorsPerNode === undefined || machine.acceleratorCount === spec.acceleratorsPerNode;
  });
}

function named(rows: readonly TpuTopology[], topology: string): TpuTopology | undefined {
  const wanted = sorted(topology);
  return rows.find((row) => row.topology === topology) ?? rows.find((row) => sorted(row.topology) === wanted);
}

/** The smallest largest side: the fewest hops between chips. One node keeps the machine that was chosen. */
function mostCompact(
  rows: readonly TpuTopology[],
  found: Machine,
  { max, elastic }: NodeCounts,
): TpuTopology | undefined {
  const nodes = elastic ? 1 : max;
  const fitting = rows.filter((row) => row.nodes === nodes);
  return (
    fitting.find(({ machine }) => nodes === 1 && machine === found.name) ??
    fitting.toSorted((a, b) => b.chips - a.chips || largestSide(a) - largestSide(b))[0]
  );
}

function reportMissing(
  spec: PoolSpec,
  index: number,
  machine: Machine,
  rows: readonly TpuTopology[],
  { max }: NodeCounts,
  { report }: PlanContext,
): void {
  const counts = [...new Set(rows.map(({ nodes }) => nodes))].toSorted((a, b) => a - b);
  const near = counts.filter((nodes) => nodes <= max * 2).slice(-6);
  report(sliceTopologyUnknown, {
    path: ["pools", index, spec.topology === undefined ? "nodes" : "topology"],
    message:
      spec.topology === undefined
        ? `${spec.name}: no slice of ${machine.acceleratorName ?? machine.name} has ${max} nodes.`
        : `${spec.name}: ${machine.acceleratorName ?? machine.name} has no topology ${spec.topology}.`,
    got: spec.topology ?? max,
    allowed: spec.topology === undefined ? near : rows.slice(0, 12).map(({ topology }) => topology),
    hint: "Write a topology of the generation; topology decides machine and nodes.",
  });
}

function sorted(topology: string): string {
  return sides(topology)
    .toSorted((a, b) => a - b)
    .join("x");
}

function largestSide({ topology }: TpuTopology): number {
  return Math.max(...sides(topology));
}

function sides(topology: string): readonly number[] {
  return topology.split("x").map(Number);
}
