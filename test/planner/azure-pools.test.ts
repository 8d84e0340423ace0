import { describe, expect, it } from "vitest";
import { codesOf, planned, plannedPool, planOf, RESERVATION, RESERVED_GROUP } from "./azure-environments.ts";

const H100 = "Standard_ND96isr_H100_v5";
const GB200 = "Standard_ND128isr_NDR_GB200_v6";
const FEATURE = "Microsoft.ContainerService/AKSInfinibandSupport";

describe("a machine on Azure", () => {
  it("is chosen for an accelerator, with a reason for it and against every other", () => {
    const pool = plannedPool({ accelerator: "a100-80gb", nodes: 1 });
    expect(pool.machine).toBe("Standard_NC24ads_A100_v4");
    expect(pool.chosenBecause).toContain("cheapest");
    expect(pool.rejected.map(({ machine }) => machine)).toContain("Standard_ND96amsr_A100_v4");
  });

  it("has a fabric where nodes work as one", () => {
    expect(plannedPool({ accelerator: "h100", nodes: 4 }).machine).toBe(H100);
  });

  it("of which a fact is missing is refused with the fact", () => {
    const { findings } = planOf({
      pools: [{ name: "rack", machine: "Standard_ND128isr_GB300_v6", nodes: 18 }],
    });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: "machine-facts-missing", severity: "error" }),
    );
  });
});

describe("InfiniBand", () => {
  it("is the scale set's: one agent pool with every node, one resource name, one device a card", () => {
    const { options, fabric, azure } = plannedPool({ machine: H100, nodes: 16 });
    expect(options.map(({ nodes }) => nodes)).toEqual([16]);
    expect(fabric).toMatchObject({ kind: "infiniband", interfacesPerNode: 8, gbpsPerNode: 3200 });
    expect(azure?.infiniband).toMatchObject({ resource: "rdma/ib", devicesPerNode: 8, maxNodes: 100 });
  });

  it("is left out of a pool of one node, and where the file wants none", () => {
    expect(plannedPool({ machine: H100, nodes: 1 }).azure?.infiniband).toBeNull();
    expect(plannedPool({ machine: H100, nodes: 4, fabric: "none" }).azure?.infiniband).toBeNull();
  });

  it("needs the subscription's feature registered, and on rack-scale machines not registered", () => {
    expect(plannedPool({ machine: H100, nodes: 2 }).azure?.infiniband?.featureState).toBe("registered");
    expect(plannedPool({ machine: GB200, nodes: 18 }).azure?.infiniband?.featureState).toBe("unregistered");
    expect(planned({ pools: [{ name: "a", machine: H100, nodes: 2 }] }).cluster.azure?.features).toEqual([
      { name: FEATURE, state: "registered" },
    ]);
  });

  it("of both kinds in one environment is an error, because the feature holds for the subscription", () => {
    const pools = [
      { name: "train", machine: H100, nodes: 2 },
      { name: "rack", machine: GB200, nodes: 18 },
    ];
    expect(codesOf({ pools })).toContain("infiniband-feature-conflict");
  });

  it("whose feature is known to be registered is no finding", () => {
    const pools = [{ name: "train", machine: H100, nodes: 2 }];
    expect(codesOf({ pools, azure: {} })).toContain("infiniband-feature");
    expect(codesOf({ pools, azure: { registeredFeatures: [FEATURE] } })).not.toContain("infiniband-feature");
  });

  it("does not leave an agent pool: several ways of buying are a finding", () => {
    const purchase = [{ kind: "spot" as const }, { kind: "on-demand" as const }];
    expect(codesOf({ pools: [{ name: "train", machine: H100, nodes: 4, purchase }] })).toContain(
      "infiniband-one-set",
    );
  });

  it("of more nodes than a scale set takes is a finding", () => {
    expect(codesOf({ pools: [{ name: "train", machine: H100, nodes: 101 }] })).toContain("scale-set-size");
  });
});

describe("rack-scale machines", () => {
  it("are arm64 with Ubuntu 24.04, NVMe and no driver of AKS, and counted in racks of 18", () => {
    const { arch, azure } = plannedPool({ machine: GB200, nodes: 36 });
    expect(arch).toBe("arm64");
    expect(azure).toMatchObject({
      osSku: "Ubuntu2404",
      gpuDriver: "None",
      driverOwner: "gpu-operator",
      diskController: "NVMe",
      rack: { nodes: 18, racks: 2 },
    });
  });

  it("that cut a rack through are an error", () => {
    expect(codesOf({ pools: [{ name: "rack", machine: GB200, nodes: 20 }] })).toContain("rack-size");
  });
});

describe("the driver", () => {
  it("is installed by AKS where nothing else is needed", () => {
    expect(plannedPool({ machine: "Standard_NC24ads_A100_v4" }).azure).toMatchObject({
      gpuDriver: "Install",
      driverOwner: "aks",
    });
  });

  it("is the GPU operator's on fabric nodes, because AKS's lacks GPUDirect RDMA", () => {
    const { azure } = plannedPool({ machine: H100, nodes: 2 });
    expect(azure).toMatchObject({ gpuDriver: "None", driverOwner: "gpu-operator" });
    expect(azure?.driverReason).toContain("GPUDirect");
  });

  it("of AMD accelerators is the AMD operator's", () => {
    const pool = plannedPool({ machine: "Standard_ND96isr_MI300X_v5", nodes: 2 }, { region: "eastus2" });
    expect(pool.azure).toMatchObject({
      gpuDriver: "None",
      driverOwner: "amd-gpu-operator",
      osSku: "Ubuntu2404",
    });
    expect(pool.taints).toContainEqual({ key: "amd.com/gpu", value: "present", effect: "NoSchedule" });
  });

  it("partitions accelerators as the file says, in AKS's own words", () => {
    const mig = (profile: string) =>
      plannedPool({ machine: "Standard_NC24ads_A100_v4", sharing: { kind: "mig", profile } }).azure;
    expect(mig("3g.40gb")?.gpuInstanceProfile).toBe("MIG3g");
    expect(
      codesOf({
        pools: [
          { name: "gpu", machine: "Standard_NC24ads_A100_v4", sharing: { kind: "mig", profile: "5g.40gb" } },
        ],
      }),
    ).toContain("gpu-instance-profile-unknown");
  });
});

describe("buying on Azure", () => {
  it("on spot has the label, the taint, the eviction and a highest price that AKS takes", () => {
    const [option] = plannedPool({
      machine: "Standard_NC24ads_A100_v4",
      purchase: [{ kind: "spot", maxUsdPerHour: 1.23456789 }],
    }).options;
    const key = "kubernetes.azure.com/scalesetpriority";
    expect(option?.azure).toMatchObject({
      priority: "Spot",
      evictionPolicy: "Delete",
      spotMaxPrice: 1.23457,
      labels: { [key]: "spot" },
      taints: [{ key, value: "spot", effect: "NoSchedule" }],
    });
  });

  it("on spot without a limit pays up to the on-demand price", () => {
    const [option] = plannedPool({
      machine: "Standard_NC24ads_A100_v4",
      purchase: [{ kind: "spot" }],
    }).options;
    expect(option?.azure?.spotMaxPrice).toBe(-1);
  });

  it("of a reservation gives the cluster's own identity the right on its resource group", () => {
    const pools = [
      {
        name: "gpu",
        machine: "Standard_NC96ads_A100_v4",
        nodes: 2,
        purchase: [{ kind: "reservation" as const, id: RESERVATION, zone: "2" }],
      },
    ];
    const { cluster, pools: made } = planned({ pools });
    expect(made[0]?.options[0]?.azure).toMatchObject({
      capacityReservationGroup: RESERVATION,
      proximityPlacementGroup: null,
      availabilityZones: ["2"],
    });
    expect(cluster.azure?.identity).toBe("user-assigned");
    expect(cluster.azure?.roleAssignments).toContainEqual(
      expect.objectContaining({ role: "Contributor", scope: { armId: RESERVED_GROUP } }),
    );
  });

  it("of a reservation that Azure does not sell for the machine is an error", () => {
    const purchase = [{ kind: "reservation" as const, id: RESERVATION }];
    const found = planOf({ pools: [{ name: "train", machine: H100, nodes: 2, purchase }] }).findings;
    expect(found.filter(({ severity }) => severity === "error").map(({ code }) => code)).toContain(
      "usage-not-supported",
    );
  });

  it("of capacity that has not begun stands at zero, and is raised and lowered by the resource manager", () => {
    const purchase = [
      {
        kind: "reservation" as const,
        id: RESERVATION,
        start: "2026-12-01T08:00:00Z",
        end: "2026-12-15T08:00:00Z",
      },
    ];
    const { pools, guardrails } = planned({
      pools: [{ name: "gpu", machine: "Standard_NC96ads_A100_v4", nodes: 2, purchase }],
    });
    expect(pools[0]?.options[0]?.size).toEqual({ min: 0, desired: 0, max: 2 });
    expect(guardrails.azure?.schedules.map(({ id, at, desired }) => [id, at, desired])).toEqual([
      ["gpurs-raise", "2026-12-01T08:00:00Z", 2],
      ["gpurs-lower", "2026-12-15T07:50:00Z", 0],
    ]);
  });

  it("asks for a proximity placement group only in one zone, and never beside InfiniBand", () => {
    const zones = ["1"];
    const close = plannedPool({ machine: "Standard_NC48ads_A100_v4", nodes: 2, placement: "cluster", zones });
    expect(close.options[0]?.azure?.proximityPlacementGroup).toBe("lab-gpu-on-demand");
    const wired = plannedPool({ machine: H100, nodes: 2, placement: "cluster", zones });
    expect(wired.options[0]?.azure?.proximityPlacementGroup).toBeNull();
  });
});

describe("elastic pools", () => {
  const nodes = { min: 0, max: 4 };
  const machine = "Standard_NC40ads_H100_v5";

  it("get their nodes from node provisioning", () => {
    const plan = planned({ pools: [{ name: "serve", machine, nodes }] });
    expect(plan.pools[0]?.provisioner).toBe("karpenter");
    expect(plan.cluster.azure?.nodeProvisioning).toBe("Auto");
  });

  it.each([
    ["the environment ends, and the resource manager must lower them", {}, { lifetime: "14d" }],
    ["spot has a highest price", { purchase: [{ kind: "spot" as const, maxUsdPerHour: 3 }] }, {}],
    ["accelerators are partitioned", { sharing: { kind: "mig" as const, profile: "1g.12gb" } }, {}],
  ])("are autoscaled agent pools where %s", (_, words, rest) => {
    const pool = plannedPool({ machine, nodes, ...words }, rest);
    expect(pool.provisioner).toBe("agent-pool");
    expect(pool.options[0]?.azure?.autoscaling).toBe(true);
  });
});

describe("system nodes", () => {
  it("are small, in every zone of the region and of two series", () => {
    const { systemPools } = planned();
    expect(systemPools.map(({ name, azure }) => [name, azure?.mode])).toEqual([
      ["system", "System"],
      ["spare", "User"],
    ]);
    for (const { zones } of systemPools) expect(zones).toEqual(["1", "2", "3"]);
    expect(new Set(systemPools.flatMap(({ machines }) => machines)).size).toBe(2);
    expect(systemPools[1]?.size.desired).toBe(0);
  });

  it("have no zones where the region has none", () => {
    expect(planned({ region: "westus" }).systemPools[0]?.zones).toEqual([]);
  });
});

describe("the root disk", () => {
  it("is ephemeral where the machine has room, cut to it where the file gives no size", () => {
    const small = plannedPool({ machine: "Standard_NC24ads_A100_v4" });
    expect([small.azure?.osDiskType, small.disk.sizeGiB]).toEqual(["Ephemeral", 64]);
    const large = plannedPool({ machine: "Standard_NC24ads_A100_v4", diskGiB: 512 });
    expect([large.azure?.osDiskType, large.disk.type]).toEqual(["Managed", "premium-ssd"]);
  });
});
