import type { Accelerator, Machine } from "../../catalog/types.ts";
import type { PoolSpec } from "../../spec/schema/pool.ts";
import type { DiskPlan, FabricPlan, Taint } from "../plan/pool.ts";

/** Resource that pods ask for, and key of the taint that keeps other pods away. */
const RESOURCES: Readonly<Record<Accelerator["vendor"], string | undefined>> = {
  NVIDIA: "nvidia.com/gpu",
  AMD: "amd.com/gpu",
  AWS: "aws.amazon.com/neuron",
  Google: "google.com/tpu",
  Intel: "habana.ai/gaudi",
  other: undefined,
};

/** The accelerator's own taint first, then the file's. */
export function taintsOf(spec: PoolSpec, accelerator: Accelerator | undefined): readonly Taint[] {
  const key = accelerator === undefined ? undefined : RESOURCES[accelerator.vendor];
  const own: readonly Taint[] = key === undefined ? [] : [{ key, value: "present", effect: "NoSchedule" }];
  const given = (spec.taints ?? []).map((taint): Taint => ({ ...taint, value: taint.value ?? "" }));
  return [...own, ...given.filter((taint) => taint.key !== key || taint.effect !== "NoSchedule")];
}

/** The file's labels, and those that workloads and device plugins choose nodes by. */
export function labelsOf(
  spec: PoolSpec,
  accelerator: Accelerator | undefined,
  fabric: FabricPlan,
): Readonly<Record<string, string>> {
  return {
    ...spec.labels,
    "engineroom.dev/pool": spec.name,
    ...(accelerator === undefined ? {} : { "engineroom.dev/accelerator": accelerator.id }),
    ...(fabric.kind === "none" ? {} : { "engineroom.dev/fabric": fabric.kind }),
  };
}

/**
 * Root disk. Framework images take tens of GiB each: with local NVMe they go there and the root holds the system alone;
 * without, the root holds several of them and reads faster than gp3's baseline of 125 MB/s.
 */
export function diskOf(spec: PoolSpec, machine: Machine): DiskPlan {
  const local = machine.localStorageGB > 0;
  return {
    type: "gp3",
    sizeGiB: spec.diskGiB ?? (local ? 100 : 300),
    iops: null,
    throughputMBps: local ? null : 500,
  };
}

/** Pods that one node may have to hold because they share its accelerators, beside those that every node has. */
export function wantedPods(
  { sharing }: PoolSpec,
  machine: Machine,
  most: number | undefined,
): number | undefined {
  const BESIDE = 30;
  const each = sharing === undefined ? 1 : sharing.kind === "mig" ? (most ?? 7) : sharing.replicas;
  const pods = Math.ceil(machine.acceleratorCount * each) + BESIDE;
  return pods > 110 ? pods : undefined;
}
