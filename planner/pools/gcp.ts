import type { Accelerator, Machine } from "../../catalog/types.ts";
import type { FindingKind } from "../../spec/finding.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import type { PoolSpec } from "../../spec/schema/pool.ts";
import type { PlanContext } from "../context.ts";
import { type GcpFabric, planGcpFabric } from "../fabric/gcp.ts";
import { fabricSoftware } from "../fabric/gcp-software.ts";
import { expiryOf } from "../guardrails.ts";
import { acceleratorType, driverFor } from "../images/gcp.ts";
import type { GcpPoolPlan, GcpTpuPlan } from "../plan/gcp-pool.ts";
import type { PoolPlan } from "../plan/pool.ts";
import { planGcpOptions } from "../purchase/gcp.ts";
import { checkReservedCapacity } from "../purchase/reserved-capacity.ts";
import { decideZones, type PlacedPool } from "../zones/aws.ts";
import { reportEnvironment } from "./environment-findings.ts";
import { gcpAddressesPerNode, gcpMaxPods } from "./gcp-pods.ts";
import { chooseSlice, isSliced } from "./gcp-slice.ts";
import { type NodeCounts, nodeCounts } from "./node-counts.ts";
import { labelsOf, taintsOf } from "./node-settings.ts";
import type { PlannedPools } from "./planned-pools.ts";
import { resolveMachine } from "./resolve-machine.ts";

export const sharingNotOnTpu: FindingKind = {
  code: "sharing-not-on-tpu",
  severity: "error",
  title: "TPUs are not shared between pods.",
  source: "https://cloud.google.com/kubernetes-engine/docs/concepts/tpus",
};

interface ResolvedPool extends PlacedPool {
  readonly counts: NodeCounts;
  readonly tpu: GcpTpuPlan | null;
  readonly because: string;
  readonly rejected: PoolPlan["rejected"];
}

/** Machine, zones, purchase options and node settings of every pool. A pool without a machine is left out, with a finding. */
export function planGcpPools(environment: Environment, context: PlanContext): PlannedPools {
  const expiresAt = expiryOf(environment, context.now);
  reportEnvironment(environment, expiresAt, context);
  const resolved = environment.pools.flatMap((spec, index) => resolve(spec, index, environment, context));
  const { byPool, zones, reason } = decideZones(resolved, environment, context);
  const pools = resolved.map((pool) =>
    planPool(pool, byPool.get(pool.spec.name) ?? [], expiresAt, environment, context),
  );
  checkReservedCapacity(pools, environment, context);
  const used = pools.flatMap((pool) => pool.options.flatMap((option) => option.zones));
  return { pools, zones: [...new Set([...zones, ...used])], zonesReason: reason };
}

function resolve(
  spec: PoolSpec,
  index: number,
  environment: Environment,
  context: PlanContext,
): readonly ResolvedPool[] {
  const found = resolveMachine(spec, index, environment, context);
  if (found === undefined) return [];
  const { machine, because, rejected } = found;
  if (!isSliced(machine)) {
    return [{ spec, index, machine, counts: nodeCounts(spec), tpu: null, because, rejected }];
  }
  const slice = chooseSlice(spec, index, machine, context);
  if (slice === undefined) return [];
  const others = rejected.filter((each) => each.machine !== slice.machine.name);
  return [
    {
      spec,
      index,
      machine: slice.machine,
      counts: slice.counts,
      tpu: slice.tpu,
      because: `${because}; ${slice.because}`,
      rejected: others,
    },
  ];
}

function planPool(
  pool: ResolvedPool,
  zones: readonly string[],
  expiresAt: string | null,
  environment: Environment,
  context: PlanContext,
): PoolPlan {
  const { spec, index, machine, counts, tpu } = pool;
  const accelerator =
    machine.accelerator === null ? undefined : context.catalog.accelerator(machine.accelerator);
  const wiring = planGcpFabric(
    spec,
    index,
    machine,
    { counts, nodesPerSlice: tpu?.nodesPerSlice ?? 1 },
    context,
  );
  const { fabric, access, layout } = wiring;
  const maxPods = gcpMaxPods(spec, machine, accelerator);
  if (tpu !== null && spec.sharing !== undefined) {
    context.report(sharingNotOnTpu, {
      path: ["pools", index, "sharing"],
      message: `${spec.name} asks for ${spec.sharing.kind}, and its nodes have TPUs.`,
      got: spec.sharing.kind,
      hint: "Leave sharing out, or choose a smaller slice.",
    });
  }
  return {
    name: spec.name,
    machine: machine.name,
    family: machine.family,
    arch: machine.arch,
    accelerator: machine.accelerator,
    acceleratorVendor: accelerator?.vendor ?? null,
    acceleratorsPerNode: machine.acceleratorCount,
    vcpusPerNode: machine.vcpus,
    memoryGiBPerNode: machine.memoryGiB,
    nodes: counts.max,
    minNodes: counts.min,
    elastic: counts.elastic,
    accelerators: counts.max * machine.acceleratorCount,
    provisioner: "node-pool",
    fabric,
    options: planGcpOptions(
      {
        pool,
        counts,
        region: environment.region,
        zones,
        layout,
        access,
        tpu,
        fabric: fabric.kind !== "none",
        expiresAt,
      },
      context,
    ),
    sharing: spec.sharing ?? null,
    labels: labelsOf(spec, accelerator, fabric),
    taints: taintsOf(spec, accelerator),
    disk: {
      type: bootDisk(machine, wiring, context),
      sizeGiB: spec.diskGiB ?? (machine.localStorageGB > 0 ? 100 : 300),
      iops: null,
      throughputMBps: null,
    },
    localStorageGB: machine.localStorageGB,
    image: { type: IMAGE, release: null, driverMajor: null },
    maxPods,
    addressesPerNode: gcpAddressesPerNode(maxPods),
    chosenBecause: pool.because,
    rejected: pool.rejected,
    gcp: gcpPool(pool, wiring, accelerator, maxPods, context),
  };
}

const IMAGE = "COS_CONTAINERD";

/** RDMA machines, and the families that the catalog names, take Hyperdisk only. https://cloud.google.com/compute/docs/disks/hyperdisks#machine-type-support */
function bootDisk(
  { family }: Machine,
  { layout }: GcpFabric,
  { catalog }: PlanContext,
): "hyperdisk-balanced" | "pd-balanced" {
  const only = catalog.storageSteps("gcp").some(({ onlyDiskOf }) => onlyDiskOf?.includes(family) === true);
  return only || layout?.kind === "roce" ? "hyperdisk-balanced" : "pd-balanced";
}

function gcpPool(
  { spec, machine, tpu }: ResolvedPool,
  { access, layout, fabric }: GcpFabric,
  accelerator: Accelerator | undefined,
  maxPodsPerNode: number,
  context: PlanContext,
): GcpPoolPlan {
  const claims = access === "device-claims";
  return {
    accelerator: tpu === null ? guestAccelerator(spec, machine, accelerator) : null,
    tpu,
    imageType: IMAGE,
    localSsd: { use: machine.localStorageGB > 0 ? "ephemeral-storage" : "none", count: localSsds(machine) },
    fabricAccess: access,
    acceleratorNetworkProfile: access === "dranet" ? "auto" : null,
    software: fabric.kind === "none" || layout === undefined ? null : fabricSoftware(layout.id, context),
    // As Google's own blueprint for the machine sets them.
    hugepages2Mi: claims ? 4096 : null,
    secureBoot: !machine.bareMetal,
    integrityMonitoring: !machine.bareMetal,
    gvnic: !machine.bareMetal,
    maxPodsPerNode,
    nodeLabels: claims
      ? {
          "cloud.google.com/gke-networking-dra-driver": "true",
          "cloud.google.com/gke-dpv2-unified-cni": "cni-migration",
        }
      : {},
    metadata: { "disable-legacy-endpoints": "true" },
  };
}

function guestAccelerator(
  { sharing }: PoolSpec,
  machine: Machine,
  accelerator: Accelerator | undefined,
): GcpPoolPlan["accelerator"] {
  const type = acceleratorType(machine);
  if (type === undefined) return null;
  const { driver, reason } = driverFor(accelerator);
  return {
    type,
    count: Math.max(1, machine.acceleratorCount),
    partitionSize: sharing?.kind === "mig" ? sharing.profile : null,
    sharing:
      sharing === undefined || sharing.kind === "mig"
        ? null
        : {
            strategy: sharing.kind === "mps" ? "MPS" : "TIME_SHARING",
            maxSharedClientsPerGpu: sharing.replicas,
          },
    driver,
    driverReason: reason,
  };
}

/** Disks that come with the machine; `null` where it has none. */
function localSsds({ localDisks }: Machine): number | null {
  const count = localDisks.reduce((sum, disk) => sum + disk.count, 0);
  return count === 0 ? null : count;
}
