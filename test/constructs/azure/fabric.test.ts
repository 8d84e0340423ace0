import { expect, test } from "vitest";
import { Fabric } from "../../../constructs/azure/fabric.ts";
import type { PoolPlan } from "../../../planner/plan/pool.ts";
import { around, optionPlan, poolPlan } from "./fixtures/plans.ts";
import { ofType, only, recorded } from "./recorded.ts";

const resourcesOf = (...pools: PoolPlan[]) => recorded(() => new Fabric("fabric", { ...around, pools }));

test("InfiniBand needs no resource: an agent pool is one scale set, which is the fabric", async () => {
  expect(ofType(await resourcesOf(poolPlan()), "compute:ProximityPlacementGroup")).toEqual([]);
});

test("machines without it are kept near each other in one zone, where their type is to be had", async () => {
  const options = [optionPlan({ proximityPlacementGroup: "pretrain-train" })];
  const machine = "Standard_NC40ads_H100_v5";
  const group = only(
    await resourcesOf(poolPlan({}, { options, machine })),
    "compute:ProximityPlacementGroup",
  );
  expect(group.inputs).toMatchObject({
    proximityPlacementGroupName: "pretrain-train",
    intent: { vmSizes: [machine] },
    zones: ["1"],
  });
});
