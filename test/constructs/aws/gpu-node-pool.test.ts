import { describe, expect, test } from "vitest";
import { GpuNodePool, type GpuNodePoolProps } from "../../../constructs/aws/gpu-node-pool.ts";
import type { PoolPlan } from "../../../planner/plan/pool.ts";
import { type Json, list, only, resourcesOf, templateWith } from "./bare-stack.ts";
import { blockOption, elasticPool, layout, noFabric, optionPlan, poolPlan } from "./fixtures/plans.ts";

const surroundings: Omit<GpuNodePoolProps, "plan"> = {
  environment: "pretrain",
  clusterName: "pretrain",
  kubernetesVersion: "1.35",
  nodeRoleArn: "arn:aws:iam::123456789012:role/nodes",
  subnets: [
    { id: "subnet-1", zone: "use2-az1" },
    { id: "subnet-2", zone: "use2-az2" },
  ],
  securityGroupIds: ["sg-cluster", "sg-nodes"],
  fabricSecurityGroupId: "sg-fabric",
  tags: { "engineroom:environment": "pretrain" },
};

const templateOf = (plan: PoolPlan, changes: Partial<GpuNodePoolProps> = {}) =>
  templateWith((stack) => new GpuNodePool(stack, "Pool", { ...surroundings, plan, ...changes }));
const launchOf = (plan: PoolPlan): Json =>
  only(templateOf(plan), "AWS::EC2::LaunchTemplate").LaunchTemplateData ?? {};
const groupOf = (plan: PoolPlan) => only(templateOf(plan), "AWS::EKS::Nodegroup");

describe("fabric", () => {
  const ofKind = (plan: PoolPlan, kind: string): readonly Json[] =>
    list(launchOf(plan).NetworkInterfaces).filter((each) => String(each.InterfaceType) === kind);

  test("p5: one ordinary interface and an EFA on each of 32 cards", () => {
    const plan = poolPlan();
    expect(ofKind(plan, "interface")).toEqual([
      expect.objectContaining({ NetworkCardIndex: 0, DeviceIndex: 0 }),
    ]);
    const cards = ofKind(plan, "efa-only").map(({ NetworkCardIndex }) => NetworkCardIndex);
    expect(cards).toEqual(Array.from({ length: 32 }, (_, card) => card));
    expect(ofKind(plan, "efa-only")[0]?.DeviceIndex, "card 0 has its EFA beside the ordinary one").toBe(1);
  });

  test("p6-b300: 16 EFAs on cards 1 to 16, none on card 0", () => {
    const cards = Array.from({ length: 16 }, (_, index) => index + 1);
    const fabric = { ...poolPlan().fabric, interfaces: layout(cards), interfacesPerNode: 16 };
    const plan = poolPlan({ machine: "p6-b300.48xlarge", fabric });
    expect(ofKind(plan, "efa-only").map(({ NetworkCardIndex }) => NetworkCardIndex)).toEqual(cards);
    expect(ofKind(plan, "efa-only").every(({ DeviceIndex }) => Number(DeviceIndex) === 0)).toBe(true);
  });

  test("every interface is removed with its node and carries the fabric's group", () => {
    for (const each of list(launchOf(poolPlan()).NetworkInterfaces)) {
      expect(each).toMatchObject({
        DeleteOnTermination: true,
        Groups: ["sg-cluster", "sg-nodes", "sg-fabric"],
      });
    }
  });

  test("a public address is refused where EC2 lets it be refused: beside a single interface", () => {
    const fabric = { ...noFabric, interfaces: layout([]) };
    const [single] = list(launchOf(poolPlan({ fabric })).NetworkInterfaces);
    expect(single?.AssociatePublicIpAddress).toBe(false);
    const [first] = list(launchOf(poolPlan()).NetworkInterfaces);
    expect(first?.AssociatePublicIpAddress).toBeUndefined();
  });

  test("without a fabric nodes are no members of its group", () => {
    const launch = launchOf(poolPlan({ fabric: noFabric }));
    expect(launch.NetworkInterfaces).toBeUndefined();
    expect(launch.SecurityGroupIds).toEqual(["sg-cluster", "sg-nodes"]);
  });
});

describe("purchase", () => {
  test("a capacity block has its market and its reservation, no placement group, and no nodes before it begins", () => {
    const plan = poolPlan({ options: [blockOption] });
    expect(launchOf(plan)).toMatchObject({
      InstanceMarketOptions: { MarketType: "capacity-block" },
      CapacityReservationSpecification: {
        CapacityReservationTarget: { CapacityReservationId: "cr-0a1b2c3d4e5f60718" },
      },
    });
    expect(launchOf(plan).Placement).toBeUndefined();
    expect(resourcesOf(templateOf(plan), "AWS::EC2::PlacementGroup")).toEqual([]);
    expect(groupOf(plan)).toMatchObject({
      CapacityType: "CAPACITY_BLOCK",
      ScalingConfig: { MinSize: 0, DesiredSize: 0, MaxSize: 16 },
    });
  });

  test("on-demand nodes with a fabric stand in a cluster placement group of their own", () => {
    const template = templateOf(poolPlan());
    expect(only(template, "AWS::EC2::PlacementGroup").Strategy).toBe("cluster");
    const [placement] = resourcesOf(template, "AWS::EC2::PlacementGroup");
    expect(only(template, "AWS::EC2::LaunchTemplate").LaunchTemplateData?.Placement).toEqual({
      GroupName: { Ref: placement?.[0] },
    });
  });

  test("a reservation is targeted, in the placement group that it was made in", () => {
    const option = optionPlan({
      purchase: "reservation",
      reservationId: "cr-1",
      placement: { kind: "existing", name: "reserved-together", reason: "the reservation's own" },
    });
    const launch = launchOf(poolPlan({ options: [option] }));
    expect(launch.Placement).toEqual({ GroupName: "reserved-together" });
    expect(launch.InstanceMarketOptions).toBeUndefined();
    expect(launch.CapacityReservationSpecification?.CapacityReservationTarget?.CapacityReservationId).toBe(
      "cr-1",
    );
    expect(groupOf(poolPlan({ options: [option] })).CapacityType).toBe("ON_DEMAND");
  });

  test("spot is asked for by the node group alone", () => {
    const placement = { kind: "none", reason: "spot" } as const;
    const plan = poolPlan({ fabric: noFabric, options: [optionPlan({ purchase: "spot", placement })] });
    expect(groupOf(plan).CapacityType).toBe("SPOT");
    expect(launchOf(plan).InstanceMarketOptions).toBeUndefined();
  });

  test("every option has a node group of its own", () => {
    const template = templateOf(
      poolPlan({ options: [blockOption, optionPlan({ size: { min: 0, desired: 0, max: 2 } })] }),
    );
    expect(resourcesOf(template, "AWS::EKS::Nodegroup")).toHaveLength(2);
  });

  test("an elastic pool has neither groups nor templates", () => {
    expect(templateOf(elasticPool).Resources).toBeUndefined();
  });
});

describe("nodes", () => {
  test("the machine type stands in the launch template alone", () => {
    expect(launchOf(poolPlan()).InstanceType).toBe("p5.48xlarge");
    expect(groupOf(poolPlan()).InstanceTypes).toBeUndefined();
  });

  test("the image is always named", () => {
    expect(groupOf(poolPlan()).AmiType).toBe("AL2023_x86_64_NVIDIA");
  });

  test("they stay in the zones of their option", () => {
    expect(groupOf(poolPlan()).Subnets).toEqual(["subnet-1"]);
  });

  test("subnets of unknown zone serve where none is known to be in the zone", () => {
    const subnets = [{ id: "subnet-9", zone: null }];
    const template = templateOf(poolPlan(), { subnets });
    expect(only(template, "AWS::EKS::Nodegroup").Subnets).toEqual(["subnet-9"]);
  });

  test("local disks are joined where there are any", () => {
    const text = (plan: PoolPlan): string => String(launchOf(plan).UserData?.["Fn::Base64"]);
    expect(text(poolPlan())).toContain("strategy: RAID0");
    expect(text(poolPlan({ localStorageGB: 0 }))).not.toContain("RAID0");
  });

  test("a node takes no more pods than its addresses were planned for, whatever EKS adds to its settings", () => {
    const text = String(launchOf(poolPlan()).UserData?.["Fn::Base64"]);
    expect(text).toContain("maxPods: 110");
    expect(text).toContain("flags:\n      - --max-pods=110");
  });

  test("Bottlerocket gets its own kind of settings and disk", () => {
    const image = { type: "BOTTLEROCKET_x86_64_NVIDIA", release: null, driverMajor: null };
    const launch = launchOf(poolPlan({ image }));
    expect(launch.UserData?.["Fn::Base64"]).toContain("[settings.kubernetes]\nmax-pods = 110");
    expect(list(launch.BlockDeviceMappings)[0]?.DeviceName).toBe("/dev/xvdb");
  });

  test("metadata needs a token and stays out of pods' reach; disks are encrypted; everything launched is tagged", () => {
    const launch = launchOf(poolPlan());
    expect(launch.MetadataOptions).toMatchObject({ HttpTokens: "required", HttpPutResponseHopLimit: 1 });
    expect(list(launch.BlockDeviceMappings)[0]?.Ebs).toMatchObject({ Encrypted: true, VolumeType: "gp3" });
    const tagged = list(launch.TagSpecifications).map(({ ResourceType }) => ResourceType);
    expect(tagged).toEqual(["instance", "volume", "network-interface"]);
  });

  test("broken nodes are replaced, and updates take old nodes away first", () => {
    expect(groupOf(poolPlan())).toMatchObject({
      NodeRepairConfig: { Enabled: true, MaxParallelNodesRepairedCount: 1 },
      UpdateConfig: { MaxUnavailable: 1, UpdateStrategy: "MINIMAL" },
    });
  });

  test("taints are in EKS's spelling", () => {
    expect(groupOf(poolPlan()).Taints).toEqual([
      { Key: "nvidia.com/gpu", Value: "present", Effect: "NO_SCHEDULE" },
    ]);
  });
});

test("transforms have the last word", () => {
  const template = templateOf(poolPlan(), {
    transform: { nodeGroup: (props) => ({ ...props, labels: { mine: "yes" } }) },
  });
  expect(only(template, "AWS::EKS::Nodegroup").Labels).toEqual({ mine: "yes" });
});
