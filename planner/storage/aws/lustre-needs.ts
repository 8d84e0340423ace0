import type { Catalog } from "../../../catalog/catalog.ts";
import type { Environment } from "../../../spec/schema/environment.ts";
import type { StorageSpec } from "../../../spec/schema/storage.ts";
import type { WorkloadSpec } from "../../../spec/schema/workload.ts";
import { workloadModel } from "../../workload-model.ts";
import type { StorageUsers } from "./users.ts";

/** What a parallel file system must hold and deliver, and why. */
export interface LustreNeeds {
  readonly capacityGiB: number;
  readonly throughputMBps: number;
  readonly reasons: readonly string[];
}

/**
 * Bytes of a training checkpoint for each parameter with mixed precision and Adam: 4 of fp32 weights, 8 of the two
 * moments, 2 of bf16 weights (ZeRO, section 3.1: https://arxiv.org/abs/1910.02054).
 */
const CHECKPOINT_BYTES_PER_PARAMETER = 14;

/**
 * Decision: training waits this long for a checkpoint. With a checkpoint every half hour that is 3 % of the time;
 * half of it would double the price of the file system.
 */
const CHECKPOINT_SECONDS = 60;

/** Decision: the last complete checkpoint, and the one that is being written. */
const CHECKPOINTS_KEPT = 2;

/**
 * Token ids of large vocabularies are stored in four bytes.
 * https://github.com/NVIDIA/Megatron-LM/blob/main/megatron/core/datasets/indexed_dataset.py
 */
const BYTES_PER_TOKEN = 4;

/**
 * NVIDIA's guidelines for reading by a unit of 32 machines with 8 accelerators: 15 GB/s where language models are trained, 40 GB/s where
 * compressed images or unknown data are read.
 * https://docs.nvidia.com/dgx-superpod/reference-architecture-scalable-infrastructure-h100/latest/storage-architecture.html
 */
const READ_MBPS_PER_ACCELERATOR = { language: 15_000 / 256, unknown: 40_000 / 256 } as const;

const GIB = 2 ** 30;

/**
 * Needs of a file system: what the file says, else what the workloads and the accelerators of its users ask for. A given
 * size is kept: planned throughput is then at most what that size can deliver on the highest tier.
 */
export function lustreNeeds(
  spec: ParallelSpec,
  users: StorageUsers,
  environment: Environment,
  catalog: Catalog,
  /** Of the highest tier, MB/s per TiB. Default: that of FSx for Lustre. */
  mbpsPerTiB?: number,
): LustreNeeds {
  const work = users.workloads.map((workload) => workNeeds(workload, spec.name, environment, catalog));
  const capacity = capacityNeed(spec, work);
  const throughput = throughputNeed(spec, users, work);
  const most =
    spec.sizeGiB === undefined ? Number.POSITIVE_INFINITY : mostMBps(spec, spec.sizeGiB, catalog, mbpsPerTiB);
  const isCapped = spec.throughputMBps === undefined && throughput.value > most;
  return {
    capacityGiB: capacity.value,
    throughputMBps: isCapped ? most : throughput.value,
    reasons: [
      capacity.reason,
      isCapped
        ? `${format(most)} MB/s, the most of this size, where it would take ${throughput.reason}`
        : throughput.reason,
    ],
  };
}

type ParallelSpec = Extract<StorageSpec, { kind: "parallel" }>;

interface Need {
  readonly value: number;
  readonly reason: string;
}

function capacityNeed({ sizeGiB }: ParallelSpec, work: readonly WorkNeeds[]): Need {
  if (sizeGiB !== undefined) return { value: sizeGiB, reason: `at least ${sizeGiB} GiB as given` };
  const value = work.reduce(
    (sum, { dataGiB, checkpointGiB, keep }) => sum + dataGiB + checkpointGiB * keep,
    0,
  );
  return {
    value,
    reason:
      value > 0
        ? `holds ${format(value)} GiB of data and checkpoints`
        : "size follows throughput: no workload says how much data there is",
  };
}

function throughputNeed(
  { throughputMBps }: ParallelSpec,
  users: StorageUsers,
  work: readonly WorkNeeds[],
): Need {
  if (throughputMBps !== undefined) {
    return { value: throughputMBps, reason: `at least ${throughputMBps} MB/s as given` };
  }
  const reading = readNeed(users);
  const checkpointGiB = work.reduce((most, each) => Math.max(most, each.checkpointGiB), 0);
  const writing = (checkpointGiB * GIB) / 1e6 / CHECKPOINT_SECONDS;
  if (writing <= reading.value) return reading;
  return {
    value: writing,
    reason: `${format(writing)} MB/s to write a checkpoint of ${format(checkpointGiB)} GiB in ${CHECKPOINT_SECONDS} s`,
  };
}

/** What a size delivers on the highest tier. */
function mostMBps(
  { scratch }: ParallelSpec,
  sizeGiB: number,
  catalog: Catalog,
  mbpsPerTiB: number | undefined,
): number {
  if (mbpsPerTiB !== undefined) return (sizeGiB / 1024) * mbpsPerTiB;
  const deploymentType = scratch ? "SCRATCH_2" : "PERSISTENT_2";
  const tiers = catalog
    .storageSteps("aws")
    .filter((steps) => steps.product === "fsx-lustre" && steps.deploymentType === deploymentType)
    .map((steps) => steps.throughputMBpsPerTiB ?? 0);
  return (sizeGiB / 1024) * Math.max(0, ...tiers);
}

function readNeed({ workloads, pools }: StorageUsers): Need {
  const isLanguage = workloads.length > 0 && workloads.every(({ kind }) => kind !== "data");
  const each = READ_MBPS_PER_ACCELERATOR[isLanguage ? "language" : "unknown"];
  const accelerators = pools.reduce((sum, pool) => sum + pool.accelerators, 0);
  const of = isLanguage ? "for language models" : "for data of unknown kind";
  return {
    value: each * accelerators,
    reason: `${format(each * accelerators)} MB/s to feed ${format(accelerators)} accelerators with ${format(each)} MB/s each, NVIDIA's figure ${of}`,
  };
}

interface WorkNeeds {
  readonly dataGiB: number;
  readonly checkpointGiB: number;
  readonly keep: number;
}

function workNeeds(
  workload: WorkloadSpec,
  storage: string,
  environment: Environment,
  catalog: Catalog,
): WorkNeeds {
  if (workload.kind !== "training" && workload.kind !== "fine-tuning") {
    return { dataGiB: 0, checkpointGiB: 0, keep: 0 };
  }
  const found = workloadModel(workload, environment.workloads, catalog);
  const parametersB = found.kind === "catalog" ? (found.model.paramsB ?? 0) : 0;
  const writesHere = workload.writes === undefined || workload.writes === storage;
  // Adapters of LoRA are a thousandth of the model.
  const trainsAll = workload.kind === "training" || workload.method === "full";
  return {
    dataGiB: workload.reads === storage ? ((workload.tokens ?? 0) * BYTES_PER_TOKEN) / GIB : 0,
    checkpointGiB: writesHere && trainsAll ? (parametersB * 1e9 * CHECKPOINT_BYTES_PER_PARAMETER) / GIB : 0,
    keep: workload.checkpoint?.keep ?? CHECKPOINTS_KEPT,
  };
}

function format(value: number): string {
  return String(Math.round(value));
}
