import { describe, expect, test } from "vitest";
import { GpuNodePool } from "../../../constructs/azure/gpu-node-pool.ts";
import type { PoolPlan } from "../../../planner/plan/pool.ts";
import { optionPlan, poolPlan } from "./fixtures/plans.ts";
import { ofType, only, recorded } from "./recorded.ts";

const surroundings = {
  resourceGroupName: "pretrain-cluster",
  clusterName: "pretrain",
  kubernetesVersion: "1.34",
  subnetId: "nodes-id",
  tags: { "engineroom:environment": "pretrain" },
  proximityPlacementGroupIds: new Map([["train-on-demand", "ppg-id"]]),
} as const;

const poolsOf = async (plan: PoolPlan) =>
  ofType(
    await recorded(() => new GpuNodePool(plan.name, { ...surroundings, plan })),
    "containerservice:AgentPool",
  );
const poolOf = async (plan: PoolPlan) =>
  only(
    await recorded(() => new GpuNodePool(plan.name, { ...surroundings, plan })),
    "containerservice:AgentPool",
  );
const withOption = (...changes: Parameters<typeof optionPlan>) =>
  poolPlan({}, { options: [optionPlan(...changes)] });

describe("an agent pool", () => {
  test("is a resource of its own under the plan's name, in one scale set", async () => {
    const { name, inputs, options } = await poolOf(poolPlan());
    expect(name).toBe("train-on-demand");
    expect(inputs).toMatchObject({
      agentPoolName: "trainod",
      resourceName: "pretrain",
      type: "VirtualMachineScaleSets",
      mode: "User",
      vmSize: "Standard_ND96isr_H100_v5",
      vnetSubnetID: "nodes-id",
      enableNodePublicIP: false,
    });
    expect(options?.deleteBeforeReplace, "its name is taken until the old one is gone").toBe(true);
  });

  test("each purchase option is one", async () => {
    const options = [optionPlan(), optionPlan({ agentPool: "trainsp" }, { id: "train-spot" })];
    expect((await poolsOf(poolPlan({}, { options }))).map(({ name }) => name)).toEqual([
      "train-on-demand",
      "train-spot",
    ]);
  });

  test("carries labels, taints and tags of pool and option", async () => {
    const spot = {
      labels: { "kubernetes.azure.com/scalesetpriority": "spot" },
      taints: [
        { key: "kubernetes.azure.com/scalesetpriority", value: "spot", effect: "NoSchedule" },
      ] as const,
    };
    const { inputs } = await poolOf(withOption(spot));
    expect(inputs.nodeLabels).toEqual({
      "engineroom.dev/pool": "train",
      "kubernetes.azure.com/scalesetpriority": "spot",
    });
    expect(inputs.nodeTaints).toEqual([
      "nvidia.com/gpu=present:NoSchedule",
      "kubernetes.azure.com/scalesetpriority=spot:NoSchedule",
    ]);
    expect(inputs.tags).toEqual({ "engineroom:environment": "pretrain", "engineroom:pool": "train" });
  });

  test("is replaced node by node, without a spare machine", async () => {
    const { inputs } = await poolOf(poolPlan());
    expect(inputs.upgradeSettings).toEqual({ maxSurge: "0", maxUnavailable: "1" });
  });

  test("an existing machine is never kept stopped: its driver would break", async () => {
    expect((await poolOf(poolPlan())).inputs.scaleDownMode).toBe("Delete");
  });
});

describe("accelerators", () => {
  test("the driver has the owner that the plan names", async () => {
    expect((await poolOf(poolPlan())).inputs.gpuProfile).toEqual({ driver: "None" });
    expect((await poolOf(poolPlan({ gpuDriver: "Install" }))).inputs.gpuProfile).toEqual({
      driver: "Install",
    });
    expect((await poolOf(poolPlan({ gpuDriver: null }))).inputs).not.toHaveProperty("gpuProfile");
  });

  test("an instance profile divides them", async () => {
    expect((await poolOf(poolPlan())).inputs).not.toHaveProperty("gpuInstanceProfile");
    expect((await poolOf(poolPlan({ gpuInstanceProfile: "MIG2g" }))).inputs.gpuInstanceProfile).toBe("MIG2g");
  });

  test("system, disks and pods are as planned", async () => {
    expect((await poolOf(poolPlan({ kubeletDiskType: "Temporary" }))).inputs).toMatchObject({
      osSKU: "Ubuntu2404",
      osDiskType: "Ephemeral",
      osDiskSizeGB: 512,
      kubeletDiskType: "Temporary",
      maxPods: 110,
    });
  });
});

describe("purchase", () => {
  test("on demand: regular machines, no price, no eviction", async () => {
    const { inputs } = await poolOf(poolPlan());
    expect(inputs.scaleSetPriority).toBe("Regular");
    expect(inputs).not.toHaveProperty("spotMaxPrice");
    expect(inputs).not.toHaveProperty("scaleSetEvictionPolicy");
  });

  test("spot: price and what happens at eviction", async () => {
    const { inputs } = await poolOf(
      withOption({ priority: "Spot", evictionPolicy: "Delete", spotMaxPrice: -1 }),
    );
    expect(inputs).toMatchObject({
      scaleSetPriority: "Spot",
      scaleSetEvictionPolicy: "Delete",
      spotMaxPrice: -1,
    });
  });

  test("a reservation by its group", async () => {
    const { inputs } = await poolOf(withOption({ capacityReservationGroup: "/subscriptions/s/crg" }));
    expect(inputs.capacityReservationGroupID).toBe("/subscriptions/s/crg");
  });

  test("zones and proximity as planned", async () => {
    const { inputs } = await poolOf(poolPlan());
    expect(inputs.availabilityZones).toEqual(["1"]);
    expect(inputs.proximityPlacementGroupID).toBe("ppg-id");
  });
});

describe("size", () => {
  test("fixed: a count and no bounds, zero included", async () => {
    const { inputs } = await poolOf(withOption({}, { size: { min: 0, desired: 0, max: 4 } }));
    expect(inputs).toMatchObject({ enableAutoScaling: false, count: 0 });
    expect(inputs).not.toHaveProperty("maxCount");
  });

  test("scaling itself: between the bounds, of which the upper is never zero", async () => {
    const { inputs } = await poolOf(
      withOption({ autoscaling: true }, { size: { min: 0, desired: 0, max: 0 } }),
    );
    expect(inputs).toMatchObject({ enableAutoScaling: true, count: 0, minCount: 0, maxCount: 1 });
  });
});

test("without agent pools of its own nothing is made", async () => {
  expect(await poolsOf(poolPlan({}, { provisioner: "karpenter" }))).toEqual([]);
});

test("a transform has the last word", async () => {
  const plan = poolPlan();
  const transform = { agentPool: (args: object) => ({ ...args, enableFIPS: true }) as never };
  const resources = await recorded(() => new GpuNodePool("train", { ...surroundings, plan, transform }));
  expect(only(resources, "containerservice:AgentPool").inputs.enableFIPS).toBe(true);
});
