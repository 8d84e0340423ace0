import type { FabricLayout, Machine } from "../../catalog/types.ts";
import type { PurchaseSpec } from "../../spec/schema/pool.ts";
import { gcpName } from "../names/gcp.ts";
import type { GcpOptionPlan, GcpTpuPlan } from "../plan/gcp-pool.ts";
import type { PlacementPlan } from "../plan/pool.ts";

export interface GcpPlacementInput {
  readonly optionId: string;
  readonly purchase: PurchaseSpec;
  readonly machine: Machine;
  readonly layout: FabricLayout | undefined;
  readonly tpu: GcpTpuPlan | null;
  /** Whether the nodes work as one over the fabric. */
  readonly fabric: boolean;
  readonly elastic: boolean;
  readonly zones: readonly string[];
  readonly asked: "cluster" | "none" | undefined;
}

export interface GcpPlacement extends Pick<GcpOptionPlan, "placement" | "resourcePolicy"> {
  readonly plan: PlacementPlan;
}

/**
 * Placement follows from the machine, then from how nodes are bought. Racks and newer TPU slices stand by a workload
 * policy, older slices by their topology; other GPU nodes are placed compactly where the way of buying allows it.
 */
export function planGcpPlacement(input: GcpPlacementInput): GcpPlacement {
  const { tpu, layout, machine } = input;
  if (tpu !== null) return slicePlacement(input, tpu);
  if (layout !== undefined && layout.rackNodes !== null) {
    const topology = `1x${layout.rackNodes * machine.acceleratorCount}`;
    return policy(
      input.optionId,
      topology,
      `the ${layout.rackNodes} nodes of a rack share one NVLink domain`,
    );
  }
  const against = reasonAgainst(input);
  if (against !== undefined) return none(against);
  return {
    plan: {
      kind: "create",
      strategy: "compact",
      reason:
        input.asked === "cluster" ? "as the file says" : "nodes close together reach each other fastest",
    },
    placement: { type: "COMPACT", tpuTopology: null },
    resourcePolicy: null,
  };
}

/** A slice of several nodes needs a policy of its own from the seventh generation on, else compact placement with its topology. */
function slicePlacement({ optionId, machine }: GcpPlacementInput, tpu: GcpTpuPlan): GcpPlacement {
  if (tpu.nodesPerSlice === 1) return none("a slice of one node needs no placement");
  const reason = `the nodes of a slice of ${tpu.topology} are wired to each other`;
  if (takesWorkloadPolicy(machine)) return policy(optionId, tpu.topology, reason);
  return {
    plan: { kind: "create", strategy: "compact", reason },
    placement: { type: "COMPACT", tpuTopology: tpu.topology },
    resourcePolicy: null,
  };
}

/** Families `tpu7` and later. https://cloud.google.com/kubernetes-engine/docs/how-to/tpus#workload-policy */
function takesWorkloadPolicy({ family }: Machine): boolean {
  return family.startsWith("tpu");
}

function policy(optionId: string, topology: string, reason: string): GcpPlacement {
  return {
    plan: { kind: "create", strategy: "compact", reason },
    placement: null,
    resourcePolicy: {
      id: gcpName(`${optionId}-policy`, 40),
      kind: "workload",
      type: "HIGH_THROUGHPUT",
      acceleratorTopology: topology,
      acceleratorTopologyMode: null,
      collocation: null,
    },
  };
}

/** Why nodes are not placed compactly; `undefined`: they are. */
function reasonAgainst({
  purchase,
  layout,
  fabric,
  elastic,
  zones,
  asked,
}: GcpPlacementInput): string | undefined {
  if (asked === "none") return "as the file says";
  const excluded = excludedBy(purchase, layout);
  if (excluded !== undefined) return excluded;
  if (asked === undefined && !fabric) return "the nodes do not work as one";
  if (zones.length > 1) return "compact placement is of one zone, and the pool uses several";
  if (elastic && asked === undefined)
    return "nodes come and go, and late ones would wait for a place beside the others";
  return undefined;
}

/**
 * What a way of buying does to placement. Flex-start takes it on RDMA machines only.
 * https://github.com/GoogleCloudPlatform/cluster-toolkit/blob/main/modules/compute/gke-node-pool/README.md
 */
function excludedBy({ kind }: PurchaseSpec, layout: FabricLayout | undefined): string | undefined {
  switch (kind) {
    case "reservation":
    case "calendar":
      return "the reservation's machines are close together already, and a policy of its own would find no capacity";
    case "spot":
      return "compact placement would leave less spare capacity to find";
    case "queued":
      return "queued provisioning places its nodes itself";
    case "flex-start":
      return layout?.kind === "roce" ? undefined : "flex-start takes compact placement on RDMA machines only";
    case "on-demand":
    case "capacity-block":
      return undefined;
  }
}

function none(reason: string): GcpPlacement {
  return { plan: { kind: "none", reason }, placement: null, resourcePolicy: null };
}
