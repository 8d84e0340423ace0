import { describe, expect, it } from "vitest";
import {
  codesOf,
  planned,
  plannedCluster,
  plannedNetwork,
  plannedOption,
  plannedPool,
} from "./gcp-environments.ts";

describe("a cheap start on Google Cloud", () => {
  it("takes the cheapest L4 machine, with GKE as the driver's one owner", () => {
    const pool = plannedPool({ accelerator: "l4", nodes: 1 });
    expect(pool.machine).toBe("g2-standard-4");
    expect(pool.provisioner).toBe("node-pool");
    expect(pool.gcp.accelerator).toMatchObject({ type: "nvidia-l4", count: 1, driver: "DEFAULT" });
  });

  it("has no fabric network, no multi-networking and no placement", () => {
    expect(plannedNetwork().fabric).toEqual([]);
    expect(plannedCluster().multiNetworking).toBe(false);
    expect(plannedOption({ machine: "g2-standard-12", nodes: 1 }).placement).toBeNull();
  });

  it("costs its machines, the control plane and the way out", () => {
    const { cost } = planned();
    expect(cost.usdPerHour).toBeGreaterThan(1);
    expect(cost.items.map(({ category }) => category)).toEqual(
      expect.arrayContaining(["machines", "control-plane", "network", "disks"]),
    );
  });

  it("spreads system nodes over three zones, the pool's own first", () => {
    const [system] = planned({ zones: ["us-central1-c"] }).systemPools;
    expect(system?.zones).toHaveLength(3);
    expect(system?.zones[0]).toBe("us-central1-c");
  });
});

const FAMILIES = [
  ["a3-highgpu-8g", "tcpx", 4, 8244, 4, "multi-network"],
  ["a3-megagpu-8g", "tcpxo", 8, 8244, 8, "multi-network"],
  ["a3-ultragpu-8g", "roce", 2, 8896, 9, "multi-network"],
  ["a4-highgpu-8g", "roce", 2, 8896, 9, "multi-network"],
  ["a4x-highgpu-4g", "roce", 0, undefined, 0, "dranet"],
  ["a4x-maxgpu-4g-metal", "roce", 2, 8896, 2, "device-claims"],
] as const;

describe.each(FAMILIES)("the fabric of %s", (machine, kind, networks, mtu, interfaces, access) => {
  const pools = [
    {
      name: "gpu",
      machine,
      nodes: 2,
      purchase: [{ kind: "reservation" as const, id: "block", zone: "us-central1-b" }],
    },
  ];
  const [pool] = planned({ pools }).pools;
  const network = plannedNetwork({ pools });

  it(`is ${kind} through ${networks} networks of its own`, () => {
    expect(pool?.fabric.kind).toBe(kind);
    expect(network.fabric).toHaveLength(networks);
    expect(new Set(network.fabric.map((each) => each.mtu))).toEqual(new Set(mtu === undefined ? [] : [mtu]));
  });

  it(`gives nodes ${interfaces} interfaces beside the primary one, by ${access}`, () => {
    expect(pool?.options[0]?.gcp?.additionalNetworks).toHaveLength(interfaces);
    expect(pool?.gcp?.fabricAccess).toBe(access);
  });

  it("has one pinned and sourced set of software", () => {
    expect(pool?.gcp?.software?.ncclPlugin?.image).toMatch(/^us-docker\.pkg\.dev\/.*:v[\d.]+$/);
    expect(pool?.gcp?.software?.source).toBe("accelerator-manifests");
  });
});

describe("networks of a fabric", () => {
  const rdma = { machine: "a4-highgpu-8g", nodes: 2 } as const;
  const at = (zone: string) => ({ ...rdma, purchase: [{ kind: "reservation" as const, id: "block", zone }] });

  it("name the zone's profile for RDMA, and take no firewall rules there", () => {
    const { fabric } = plannedNetwork({ pools: [{ name: "gpu", ...at("us-central1-b") }] });
    expect(fabric.map(({ networkProfile }) => networkProfile)).toEqual([null, "us-central1-b-vpc-roce"]);
    expect(fabric[1]?.subnets).toHaveLength(8);
    expect(fabric[1]?.firewallSources).toEqual([]);
    expect(fabric[0]?.firewallSources).not.toEqual([]);
  });

  it("are shared by pools of one family, and made anew for another zone", () => {
    const two = plannedNetwork({
      pools: [
        { name: "one", ...at("us-central1-b") },
        { name: "two", ...at("us-central1-b") },
      ],
    });
    expect(two.fabric).toHaveLength(2);
    const apart = plannedNetwork({
      pools: [
        { name: "one", ...at("us-central1-b") },
        { name: "two", ...at("us-central1-a") },
      ],
    });
    expect(apart.fabric.map(({ id }) => id)).toContain("a4-us-central1-a-rdma");
  });

  it("have GKE make them for GB200, which excludes networks by hand", () => {
    const pool = plannedPool({
      machine: "a4x-highgpu-4g",
      nodes: 18,
      purchase: [{ kind: "reservation", id: "b" }],
    });
    expect(pool.gcp.acceleratorNetworkProfile).toBe("auto");
    expect(pool.arch).toBe("arm64");
  });

  it("follow Google's blueprint for bare metal: device claims, huge pages, no shielded nodes", () => {
    const pools = [
      {
        name: "gpu",
        machine: "a4x-maxgpu-4g-metal",
        nodes: 18,
        purchase: [{ kind: "reservation" as const, id: "b" }],
      },
    ];
    const network = plannedNetwork({ pools });
    expect(network.fabric.map(({ nicType }) => nicType)).toEqual(["IDPF", "MRDMA"]);
    expect(network.fabric[1]?.networkProfile).toMatch(/-vpc-roce-metal$/);
    expect(network.fabric[1]?.subnets).toEqual([]);
    expect(planned({ pools }).pools[0]?.gcp?.hugepages2Mi).toBe(4096);
    expect(plannedCluster({ pools }).shieldedNodes).toBe(false);
  });
});

describe("racks", () => {
  it("are one node pool each, by a workload policy of 1x72", () => {
    const option = plannedOption({
      machine: "a4x-highgpu-4g",
      nodes: 36,
      purchase: [{ kind: "reservation", id: "b" }],
    });
    expect(option.nodePools.map(({ size }) => size.max)).toEqual([18, 18]);
    expect(option.resourcePolicy).toMatchObject({
      kind: "workload",
      type: "HIGH_THROUGHPUT",
      acceleratorTopology: "1x72",
    });
    expect(option.placement).toBeNull();
  });
});

describe("TPU slices", () => {
  it("have their machine, nodes and placement decided by the topology", () => {
    const pool = plannedPool({ accelerator: "tpu-v6e", topology: "8x8" });
    expect(pool.machine).toBe("ct6e-standard-4t");
    expect(pool.nodes).toBe(16);
    expect(pool.gcp.tpu).toMatchObject({ nodesPerSlice: 16, slices: 1, acceleratorLabel: "tpu-v6e-slice" });
    expect(pool.options[0]?.gcp?.placement).toEqual({ type: "COMPACT", tpuTopology: "8x8" });
  });

  it("are one node pool each when there are several", () => {
    const option = plannedOption({ accelerator: "tpu-v6e", topology: "4x4", nodes: 8 });
    expect(option.nodePools.map(({ size }) => size.max)).toEqual([4, 4]);
  });

  it("of the seventh generation stand by a workload policy", () => {
    const option = plannedOption({ machine: "tpu7x-standard-4t", topology: "4x4x4", nodes: 16 });
    expect(option.resourcePolicy).toMatchObject({ type: "HIGH_THROUGHPUT", acceleratorTopology: "4x4x4" });
  });

  it("get the most compact topology where the file names none", () => {
    expect(plannedPool({ machine: "ct5p-hightpu-4t", nodes: 16 }).gcp.tpu?.topology).toBe("4x4x4");
  });

  it("are refused where the topology does not exist, or the nodes are no whole slices", () => {
    const pool = { name: "gpu", accelerator: "tpu-v6e", topology: "3x5" };
    expect(codesOf({ pools: [pool] })).toContain("slice-topology-unknown");
    expect(codesOf({ pools: [{ ...pool, topology: "4x4", nodes: 6 }] })).toContain("slice-nodes-differ");
  });

  it("take neither GPU driver nor sharing", () => {
    expect(plannedPool({ accelerator: "tpu-v6e", topology: "4x4" }).gcp.accelerator).toBeNull();
    const sharing = { kind: "mps" as const, replicas: 2 };
    expect(codesOf({ pools: [{ name: "gpu", accelerator: "tpu-v6e", topology: "1x1", sharing }] })).toContain(
      "sharing-not-on-tpu",
    );
  });
});

describe("ways of buying", () => {
  const h100 = { machine: "a3-highgpu-8g", nodes: 2 };

  it("place on-demand nodes compactly, and leave reserved and spot ones alone", () => {
    expect(plannedOption({ ...h100, purchase: [{ kind: "on-demand" }] }).placement?.type).toBe("COMPACT");
    expect(plannedOption({ ...h100, purchase: [{ kind: "spot" }] }).placement).toBeNull();
    const reserved = { ...h100, purchase: [{ kind: "reservation" as const, id: "block" }] };
    expect(plannedOption(reserved).placement).toBeNull();
  });

  it("name a reservation down to its sub-block", () => {
    const id = "r/reservationBlocks/b/reservationSubBlocks/s";
    const option = plannedOption({ ...h100, purchase: [{ kind: "reservation", id, zone: "us-central1-a" }] });
    expect(option.reservation).toEqual({
      type: "SPECIFIC_RESERVATION",
      key: "compute.googleapis.com/reservation-name",
    });
    expect(option.nodePools[0]).toMatchObject({ reservationValue: id, zones: ["us-central1-a"] });
  });

  it("have flex-start run for a week at most, without repair, from zero", () => {
    const option = plannedOption({ ...h100, purchase: [{ kind: "flex-start" }] });
    expect(option).toMatchObject({ flexStart: true, autoRepair: false, maxRunSeconds: 604_800 });
    expect(option.nodePools[0]?.size).toEqual({ min: 0, desired: 0, max: 2 });
    expect(codesOf({ pools: [{ name: "gpu", ...h100, purchase: [{ kind: "flex-start" }] }] })).toContain(
      "nodes-on-request",
    );
  });

  it("have queued nodes come when asked for, without placement or reservation", () => {
    const option = plannedOption({ ...h100, purchase: [{ kind: "queued" }] });
    expect(option).toMatchObject({ queuedProvisioning: true, placement: null });
    expect(option.reservation.type).toBe("NO_RESERVATION");
  });

  it("leave a calendar reservation at zero until it begins, and raise it then", () => {
    const plan = planned({
      pools: [
        {
          name: "gpu",
          machine: "a4-highgpu-8g",
          nodes: 4,
          purchase: [
            { kind: "calendar", id: "march", start: "2027-03-01T00:00:00Z", end: "2027-03-15T00:00:00Z" },
          ],
        },
      ],
    });
    const option = plan.pools[0]?.options[0];
    expect(option?.gcp?.nodePools[0]?.size.desired).toBe(0);
    expect(option?.activeFrom).toBe("2027-03-01T00:00:00Z");
    const calls = plan.guardrails.gcp?.scheduledCalls ?? [];
    expect(calls.map(({ method, body, at }) => ({ method, body, at }))).toEqual([
      { method: "setSize", body: { nodeCount: 4 }, at: "2027-03-01T00:00:00Z" },
      { method: "setSize", body: { nodeCount: 0 }, at: "2027-03-14T23:50:00Z" },
    ]);
    expect(calls[0]?.cron).toBe("0 0 1 3 *");
  });

  it("try the options of an elastic pool in order, by a compute class", () => {
    const pools = [
      {
        name: "serve",
        machine: "g2-standard-12",
        nodes: { min: 1, max: 4 },
        purchase: [{ kind: "spot" as const }, { kind: "on-demand" as const }],
      },
    ];
    expect(plannedCluster({ pools }).computeClasses).toMatchObject([
      {
        name: "serve",
        priorities: [{ nodePools: ["serve-spot"] }, { nodePools: ["serve-on-demand"] }],
      },
    ]);
  });
});

describe("sharing of accelerators", () => {
  it("is the node pool's own: partitions, processes side by side, or turns", () => {
    const mig = plannedPool({ machine: "a2-highgpu-1g", sharing: { kind: "mig", profile: "1g.5gb" } });
    expect(mig.gcp.accelerator?.partitionSize).toBe("1g.5gb");
    const mps = plannedPool({ machine: "g2-standard-12", sharing: { kind: "mps", replicas: 4 } });
    expect(mps.gcp.accelerator?.sharing).toEqual({ strategy: "MPS", maxSharedClientsPerGpu: 4 });
    const turns = plannedPool({ machine: "g2-standard-12", sharing: { kind: "time-slicing", replicas: 3 } });
    expect(turns.gcp.accelerator?.sharing?.strategy).toBe("TIME_SHARING");
  });

  it("of a slice of an accelerator counts as one", () => {
    expect(plannedPool({ machine: "g4-standard-6" }).gcp.accelerator?.count).toBe(1);
  });
});

describe("storage on Google Cloud", () => {
  const pools = [{ name: "gpu", machine: "a3-highgpu-8g", nodes: 2 }];

  it("rounds Lustre up to a step of the tier, beside its pools, behind a peered range and port 988", () => {
    const input = {
      pools,
      storage: [{ name: "scratch", kind: "parallel" as const, sizeGiB: 20_000, throughputMBps: 9000 }],
    };
    const [lustre] = planned(input).storage;
    expect(lustre).toMatchObject({ product: "managed-lustre", mbpsPerTiB: 500, sizeGiB: 36_000, port: 988 });
    expect(lustre?.zone).toBe(planned(input).pools[0]?.options[0]?.zones[0]);
    const network = plannedNetwork(input);
    expect(network.privateServices?.cidr).toMatch(/\/22$/);
    expect(network.firewall.find(({ id }) => id === "lustre")?.allow).toEqual([
      { protocol: "tcp", ports: ["988"] },
    ]);
    expect(plannedCluster(input).addons.lustreCsi).toBe(true);
  });

  it("makes buckets with folders, and says that versions give way to soft delete", () => {
    const storage = [{ name: "data", kind: "object" as const }];
    expect(planned({ storage }).storage[0]).toMatchObject({ hierarchicalNamespace: true, versioned: false });
    expect(codesOf({ storage })).toContain("versioning-with-folders");
  });

  it("makes Filestore in the zone of its pools, in steps", () => {
    const storage = [{ name: "home", kind: "file" as const, sizeGiB: 1100 }];
    expect(planned({ storage }).storage[0]).toMatchObject({
      product: "filestore",
      tier: "ZONAL",
      sizeGiB: 1280,
    });
  });

  it("reads weights from a bucket with a cache, or from Hyperdisk ML where a size and a source are given", () => {
    const source = { name: "hub", kind: "object" as const, existing: "gs://models" };
    const cache = { name: "weights", kind: "model-cache" as const };
    expect(planned({ storage: [cache] }).storage[0]).toMatchObject({
      product: "gcs",
      fuseProfile: "serving",
    });
    const disk = planned({ storage: [source, { ...cache, source: "hub", sizeGiB: 300 }] }).storage[1];
    expect(disk).toMatchObject({
      product: "hyperdisk-ml",
      accessMode: "READ_ONLY_MANY",
      sourceUrl: "gs://models",
    });
    const rdma = [{ name: "gpu", machine: "a4-highgpu-8g", nodes: 1 }];
    const none = planned({ pools: rdma, storage: [source, { ...cache, source: "hub", sizeGiB: 300 }] })
      .storage[1];
    expect(none?.product).toBe("gcs");
  });
});

describe("the cluster", () => {
  it("keeps node and minor upgrades away until the version's support ends", () => {
    expect(plannedCluster().maintenance.exclusions).toMatchObject([
      { scope: "NO_MINOR_OR_NODE_UPGRADES", endTime: null },
    ]);
  });

  it("is reached through its DNS endpoint, from outside only where the file says so", () => {
    expect(plannedCluster().dnsEndpoint).toEqual({ enabled: true, externalTraffic: false });
  });

  it("has the channel that the file names, else the regular one", () => {
    expect(plannedCluster().channel).toBe("REGULAR");
    expect(plannedCluster({ gcp: { releaseChannel: "stable" } }).channel).toBe("STABLE");
  });

  it("is left alone when it exists: no system pool, no control plane on the bill", () => {
    const plan = planned({ orchestration: { existing: "theirs", version: "1.35" } });
    expect(plan.systemPools).toEqual([]);
    expect(plan.cost.items.some(({ category }) => category === "control-plane")).toBe(false);
  });
});

describe("an existing network", () => {
  const network = { existing: { vpc: "shared", subnets: [{ id: "nodes", cidr: "10.9.0.0/29" }] } };

  it("is used and never changed", () => {
    const plan = plannedNetwork({ network });
    expect(plan.existing?.vpc).toBe("shared");
    expect({ nodes: plan.nodes, nat: plan.nat, firewall: plan.firewall, cidrs: plan.cidrs }).toEqual({
      nodes: null,
      nat: null,
      firewall: [],
      cidrs: [],
    });
  });

  it("must have room for the nodes", () => {
    const pools = [{ name: "gpu", machine: "g2-standard-12", nodes: 20 }];
    expect(codesOf({ network, pools })).toContain("range-too-small");
  });
});

describe("quotas", () => {
  it("are named as Compute Engine names them, spot by the preemptible one", () => {
    const names = (purchase: { kind: "on-demand" | "spot" }[]): readonly string[] =>
      planned({ pools: [{ name: "gpu", machine: "g2-standard-12", nodes: 2, purchase }] }).quota.map(
        ({ name }) => name,
      );
    expect(names([{ kind: "on-demand" }])).toEqual(
      expect.arrayContaining(["NVIDIA_L4_GPUS", "GPUS_ALL_REGIONS"]),
    );
    expect(names([{ kind: "spot" }])).toContain("PREEMPTIBLE_NVIDIA_L4_GPUS");
  });

  it("count the fabric's networks", () => {
    const plan = planned({ pools: [{ name: "gpu", machine: "a3-megagpu-8g", nodes: 2 }] });
    expect(plan.quota.find(({ name }) => name === "NETWORKS")?.needed).toBe(9);
  });
});

describe("the end of the lifetime", () => {
  it("turns scaling off and sets node pools to zero through GKE's API", () => {
    const plan = planned({
      pools: [{ name: "gpu", machine: "g2-standard-12", nodes: { min: 0, max: 4 } }],
      lifetime: "7d",
    });
    const calls =
      plan.guardrails.gcp?.scheduledCalls.filter(({ nodePool }) => nodePool === "gpu-on-demand") ?? [];
    expect(calls.map(({ method, body }) => [method, body])).toEqual([
      ["setAutoscaling", { autoscaling: { enabled: false } }],
      ["setSize", { nodeCount: 0 }],
    ]);
  });
});

describe("regions and zones", () => {
  it("says so where no source has the zones of a machine", () => {
    const plan = planned({ pools: [{ name: "gpu", machine: "a3-megagpu-8g", nodes: 2 }] });
    expect(plan.pools[0]?.options[0]?.zones).toHaveLength(1);
  });

  it("names the regions that offer a machine where this one does not", () => {
    expect(
      codesOf({ region: "europe-west9", pools: [{ name: "gpu", accelerator: "b200", nodes: 2 }] }),
    ).toContain("no-machine-suits");
  });
});
