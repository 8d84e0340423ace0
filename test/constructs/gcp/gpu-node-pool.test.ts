import { describe, expect, test } from "vitest";
import { GpuNodePool, type GpuNodePoolProps } from "../../../constructs/gcp/gpu-node-pool.ts";
import type { PoolPlan } from "../../../planner/plan/pool.ts";
import { gcpPool, pool, poolWith } from "./fixtures/plans.ts";
import { recorded } from "./recorded.ts";

const create = (plan: PoolPlan, transform?: GpuNodePoolProps["transform"]) =>
  recorded(
    () =>
      new GpuNodePool("pool-train", {
        environment: "assistant",
        project: "my-project",
        region: "us-central1",
        clusterName: "assistant",
        serviceAccount: "nodes@my-project.iam.gserviceaccount.com",
        keyId: "key",
        imageStreaming: true,
        labels: { "engineroom-environment": "assistant" },
        plan,
        fabricNetwork: (network, subnet) => ({ network, ...(subnet === null ? {} : { subnetwork: subnet }) }),
        ...(transform === undefined ? {} : { transform }),
      }),
  );

const name = "pool-train-train-reservation";
const inputs = async (plan: PoolPlan) => (await create(plan)).inputs(name);
const node = async (plan: PoolPlan) => (await inputs(plan)).nodeConfig;

describe("a reserved pool with a fabric", () => {
  test("has every interface, in order: the second gVNIC and eight RDMA interfaces", async () => {
    expect((await inputs(pool)).networkConfig).toEqual({
      enablePrivateNodes: true,
      additionalNodeNetworkConfigs: [
        { network: "a4-gvnic-1", subnetwork: "gvnic-1" },
        ...Array.from({ length: 8 }, (_, index) => ({
          network: "a4-us-central1-b-rdma",
          subnetwork: `rdma-${index}`,
        })),
      ],
    });
  });

  test("takes its machines from the sub-block that the plan names", async () => {
    expect(await node(pool)).toMatchObject({
      reservationAffinity: {
        consumeReservationType: "SPECIFIC_RESERVATION",
        key: "compute.googleapis.com/reservation-name",
        values: [
          "projects/my-project/reservations/ours/reservationBlocks/block-1/reservationSubBlocks/sub-2",
        ],
      },
    });
  });

  test("has its accelerators with GKE's driver", async () => {
    expect(await node(pool)).toMatchObject({
      machineType: "a4-highgpu-8g",
      guestAccelerators: [
        { type: "nvidia-b200", count: 8, gpuDriverInstallationConfig: { gpuDriverVersion: "LATEST" } },
      ],
    });
  });

  test("uses all local SSDs of the machine as ephemeral storage", async () => {
    expect(await node(pool)).toMatchObject({ ephemeralStorageLocalSsdConfig: { localSsdCount: 0 } });
  });

  test("joins the labels of pool, machinery and environment", async () => {
    expect(await node(pool)).toMatchObject({
      labels: { "engineroom.dev/pool": "train", "engineroom.dev/fabric": "roce" },
      resourceLabels: { "engineroom-environment": "assistant" },
    });
  });

  test("taints in GKE's words", async () => {
    expect(await node(pool)).toMatchObject({
      taints: [{ key: "nvidia.com/gpu", value: "present", effect: "NO_SCHEDULE" }],
    });
  });

  test("has an encrypted boot disk with the planned rates", async () => {
    expect(await node(pool)).toMatchObject({
      bootDiskKmsKey: "key",
      bootDisk: {
        diskType: "hyperdisk-balanced",
        sizeGb: 200,
        provisionedIops: 6000,
        provisionedThroughput: 300,
      },
    });
  });

  test("hides the node's own identity from pods", async () => {
    expect(await node(pool)).toMatchObject({
      serviceAccount: "nodes@my-project.iam.gserviceaccount.com",
      workloadMetadataConfig: { mode: "GKE_METADATA" },
      metadata: { "disable-legacy-endpoints": "true" },
    });
  });

  test("has a fixed number of nodes in its zone", async () => {
    const made = await inputs(pool);
    expect(made).toMatchObject({ nodeCount: 4, nodeLocations: ["us-central1-b"] });
    expect(made).not.toHaveProperty("autoscaling");
  });

  test("is removed before another of its name comes", async () => {
    expect((await create(pool)).named(name).options).toEqual({ deleteBeforeReplace: true });
  });
});

describe("purchase modes", () => {
  test("spot", async () => {
    const made = await node(
      poolWith({}, { spot: true, reservation: { type: "NO_RESERVATION", key: null }, nodePools: unreserved }),
    );
    expect(made).toMatchObject({
      spot: true,
      reservationAffinity: { consumeReservationType: "NO_RESERVATION" },
    });
  });

  test("flex-start with queued provisioning and a longest life", async () => {
    const plan = poolWith(
      {},
      {
        flexStart: true,
        queuedProvisioning: true,
        maxRunSeconds: 604_800,
        autoscaling: { locationPolicy: "ANY" },
        upgrade: { strategy: "SHORT_LIVED", maxSurge: 0, maxUnavailable: 0 },
        nodePools: [
          {
            id: "train-reservation",
            size: { min: 0, desired: 0, max: 4 },
            zones: ["a", "b"],
            reservationValue: null,
          },
        ],
      },
    );
    const made = await inputs(plan);
    expect(made).toMatchObject({
      queuedProvisioning: { enabled: true },
      initialNodeCount: 0,
      autoscaling: { totalMinNodeCount: 0, totalMaxNodeCount: 4, locationPolicy: "ANY" },
      upgradeSettings: { strategy: "SHORT_LIVED" },
      nodeConfig: { flexStart: true, maxRunDuration: "604800s" },
    });
    expect(made).not.toHaveProperty("nodeCount");
  });

  test("a node pool for each slice or rack", async () => {
    const nodePools = ["train-1", "train-2"].map((id) => ({
      id,
      size: { min: 18, desired: 18, max: 18 },
      zones: ["us-central1-b"],
      reservationValue: `ours/reservationBlocks/block/reservationSubBlocks/${id}`,
    }));
    const made = await create(poolWith({}, { nodePools }));
    expect(made.ofType("container/nodePool:NodePool").map((each) => each.name)).toEqual([
      "train-1",
      "train-2",
    ]);
  });
});

const unreserved = [
  {
    id: "train-reservation",
    size: { min: 1, desired: 1, max: 1 },
    zones: ["us-central1-b"],
    reservationValue: null,
  },
];

describe("placement", () => {
  test("a workload policy of one rack", async () => {
    const made = await create(
      poolWith(
        {},
        {
          resourcePolicy: {
            id: "train-reservation",
            kind: "workload",
            type: "HIGH_THROUGHPUT",
            acceleratorTopology: "1x72",
            acceleratorTopologyMode: null,
            collocation: null,
          },
        },
      ),
    );
    expect(made.inputs("pool-train-policy-train-reservation")).toMatchObject({
      name: "assistant-train-reservation",
      workloadPolicy: { type: "HIGH_THROUGHPUT", acceleratorTopology: "1x72" },
    });
    expect(made.inputs(name).placementPolicy).toEqual({
      type: "COMPACT",
      policyName: "assistant-train-reservation",
    });
  });

  test("compact placement by GKE itself, with the topology of a TPU slice", async () => {
    const tpu = {
      topology: "4x4",
      chips: 16,
      acceleratorLabel: "tpu-v6e-slice",
      nodesPerSlice: 4,
      slices: 1,
    };
    const plan = poolWith(
      { accelerator: null, tpu },
      { placement: { type: "COMPACT", tpuTopology: "4x4" }, additionalNetworks: [] },
      { machine: "ct6e-standard-4t" },
    );
    const made = await inputs(plan);
    expect(made.placementPolicy).toEqual({ type: "COMPACT", tpuTopology: "4x4" });
    expect(made.nodeConfig).not.toHaveProperty("guestAccelerators");
  });

  test("none", async () => {
    expect(await inputs(pool)).not.toHaveProperty("placementPolicy");
  });
});

describe("sharing", () => {
  test.each([
    ["partitions", { partitionSize: "1g.10gb", sharing: null }, { gpuPartitionSize: "1g.10gb" }],
    [
      "time-sharing",
      { partitionSize: null, sharing: { strategy: "TIME_SHARING" as const, maxSharedClientsPerGpu: 4 } },
      { gpuSharingConfig: { gpuSharingStrategy: "TIME_SHARING", maxSharedClientsPerGpu: 4 } },
    ],
    [
      "MPS",
      { partitionSize: null, sharing: { strategy: "MPS" as const, maxSharedClientsPerGpu: 8 } },
      { gpuSharingConfig: { gpuSharingStrategy: "MPS", maxSharedClientsPerGpu: 8 } },
    ],
  ])("%s", async (_, shared, expected) => {
    const { accelerator } = gcpPool;
    const made = await node(
      poolWith({ accelerator: accelerator === null ? null : { ...accelerator, ...shared } }, {}),
    );
    expect(made).toMatchObject({ guestAccelerators: [expected] });
  });
});

test("managed DRANET takes a profile in place of networks", async () => {
  const made = await inputs(
    poolWith({ fabricAccess: "dranet", acceleratorNetworkProfile: "auto" }, { additionalNetworks: [] }),
  );
  expect(made.networkConfig).toEqual({ enablePrivateNodes: true, acceleratorNetworkProfile: "auto" });
});

test("takes last changes", async () => {
  const made = await create(pool, { nodePool: (args) => ({ ...args, version: "1.35.2-gke.1" }) });
  expect(made.inputs(name).version).toBe("1.35.2-gke.1");
});
