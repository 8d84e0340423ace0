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

/** Pods that stand on a node beside the work: network, storage and device plugins, monitoring, log shipping. */
const PODS_BESIDE = 30;

/** Pods that may share a node's accelerators at once, with those beside them. */
export function sharingPods(
  { sharing }: PoolSpec,
  machine: Machine,
  accelerator: Accelerator | undefined,
): number {
  return Math.ceil(machine.acceleratorCount * podsPerAccelerator(sharing, accelerator)) + PODS_BESIDE;
}

/** https://docs.nvidia.com/datacenter/tesla/mig-user-guide/supported-mig-profiles.html: seven instances at most. */
function podsPerAccelerator(sharing: PoolSpec["sharing"], accelerator: Accelerator | undefined): number {
  if (sharing === undefined) return 1;
  if (sharing.kind !== "mig") return sharing.replicas;
  return accelerator?.migProfiles.find(({ profile }) => profile === sharing.profile)?.max ?? 7;
}
