import { describe, expect, it } from "vitest";
import { checksFor, type PulumiResource, pulumiFacts, runChecks } from "../../checks/index.ts";
import { catalog } from "./good-facts.ts";

const network = (name: string, inputs: PulumiResource["inputs"] = {}): PulumiResource => ({
  type: "gcp:compute/network:Network",
  name,
  inputs: { name: `lab-${name}`, mtu: 8896, ...inputs },
});

const subnet = (name: string, of: string, index = 0): PulumiResource => ({
  type: "gcp:compute/subnetwork:Subnetwork",
  name,
  inputs: {
    name: `lab-${name}`,
    network: `projects/p/global/networks/lab-${of}`,
    ipCidrRange: `10.0.${index}.0/24`,
  },
});

const rdma = Array.from({ length: 8 }, (_, index) => `rdma-${index}`);
const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "1.35" };

const gke: readonly PulumiResource[] = [
  network("vpc"),
  network("gvnic"),
  network("rdma", { networkProfile: "projects/p/global/networkProfiles/us-central1-a-vpc-roce" }),
  subnet("gvnic", "gvnic"),
  ...rdma.map((name, index) => subnet(name, "rdma", index)),
  {
    type: "gcp:container/cluster:Cluster",
    name: "cluster",
    inputs: {
      name: "lab",
      network: "vpc-id",
      minMasterVersion: secret,
      datapathProvider: "ADVANCED_DATAPATH",
      enableMultiNetworking: true,
      privateClusterConfig: { enablePrivateEndpoint: true },
    },
  },
];

const nodePool = (change: Readonly<Record<string, unknown>> = {}): PulumiResource => ({
  type: "gcp:container/nodePool:NodePool",
  name: "train",
  inputs: {
    name: "train",
    cluster: "lab",
    nodeLocations: ["us-central1-a"],
    nodeCount: 4,
    nodeConfig: {
      machineType: "a4-highgpu-8g",
      labels: { pool: "train" },
      taints: [{ key: "nvidia.com/gpu", value: "present", effect: "NO_SCHEDULE" }],
      reservationAffinity: { consumeReservationType: "SPECIFIC_RESERVATION", values: ["big"] },
    },
    networkConfig: {
      additionalNodeNetworkConfigs: [
        { network: "lab-gvnic", subnetwork: "lab-gvnic" },
        ...rdma.map((name) => ({ network: "lab-rdma", subnetwork: `lab-${name}` })),
      ],
    },
    ...change,
  },
});

const aks = (change: Readonly<Record<string, unknown>> = {}): readonly PulumiResource[] => [
  {
    type: "azure-native:containerservice:ManagedCluster",
    name: "cluster",
    inputs: { resourceName: "lab", kubernetesVersion: "1.35", identity: { type: "UserAssigned" } },
  },
  {
    type: "azure-native:network:VirtualNetwork",
    name: "network",
    inputs: { addressSpace: { addressPrefixes: ["10.40.0.0/16"] } },
  },
  {
    type: "azure-native:containerservice:AgentPool",
    name: "train-on-demand",
    inputs: {
      resourceName: "lab",
      agentPoolName: "train",
      vmSize: "Standard_ND96isr_H100_v5",
      mode: "User",
      count: 4,
      scaleSetPriority: "Regular",
      nodeTaints: ["nvidia.com/gpu=present:NoSchedule"],
      gpuProfile: { driver: "None" },
      ...change,
    },
  },
];

const codes = (cloud: "gcp" | "azure", resources: readonly PulumiResource[]): readonly string[] =>
  runChecks(checksFor(cloud), pulumiFacts(cloud, resources), catalog)
    .filter(({ severity }) => severity === "error")
    .map(({ code }) => code);

describe("facts of Pulumi resources on Google Cloud", () => {
  const [group] = pulumiFacts("gcp", [...gke, nodePool()]).nodeGroups;

  it("have a node pool with machine, size, labels and taints", () => {
    expect(group).toMatchObject({
      name: "train",
      cluster: "cluster",
      machines: ["a4-highgpu-8g"],
      market: "reservation",
      zones: ["us-central1-a"],
      size: { min: 4, desired: 4, max: 4 },
      labels: { pool: "train" },
      taints: [{ key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" }],
    });
  });

  it("follow names to networks and subnets", () => {
    expect(group?.gcp?.extraInterfaces?.[8]).toEqual({ network: "rdma", subnetwork: "rdma-7" });
  });

  it("leave the cluster's own network out of the fabric, and read profiles by their name", () => {
    const { fabricNetworks } = pulumiFacts("gcp", gke);
    expect(fabricNetworks.map(({ id, profile }) => [id, profile])).toEqual([
      ["gvnic", null],
      ["rdma", "us-central1-a-vpc-roce"],
    ]);
  });

  it("open secrets", () => {
    expect(pulumiFacts("gcp", gke).clusters[0]?.version).toBe("1.35");
  });

  it("give no error for a program that is right", () => {
    expect(codes("gcp", [...gke, nodePool()])).toEqual([]);
  });

  it("show a missing interface and ways of buying that exclude each other", () => {
    const spot = nodePool({
      networkConfig: { additionalNodeNetworkConfigs: [{ network: "lab-rdma", subnetwork: "lab-rdma-0" }] },
      queuedProvisioning: { enabled: true },
      nodeConfig: { machineType: "a4-highgpu-8g", spot: true },
    });
    expect(codes("gcp", [...gke, spot])).toEqual(
      expect.arrayContaining(["fabric-networks", "purchase-modes-together", "flex-start-fixed-count"]),
    );
  });
});

describe("facts of Pulumi resources on Azure", () => {
  it("have an agent pool with machine, size, taints and cluster", () => {
    expect(pulumiFacts("azure", aks()).nodeGroups).toMatchObject([
      {
        name: "train-on-demand",
        cluster: "cluster",
        machines: ["Standard_ND96isr_H100_v5"],
        market: "on-demand",
        size: { min: 4, desired: 4, max: 4 },
        taints: [{ key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" }],
        azure: { poolName: "train", mode: "User", inline: false, gpuDriver: "None" },
      },
    ]);
  });

  it("give no error for a program that is right", () => {
    expect(codes("azure", aks())).toEqual([]);
  });

  it("show a wrong name, a spot setting without spot, and a pool inside the cluster", () => {
    const inline: PulumiResource = {
      type: "azure-native:containerservice:ManagedCluster",
      name: "other",
      inputs: { agentPoolProfiles: [{ name: "gpu", vmSize: "Standard_ND96isr_H100_v5", count: 1 }] },
    };
    const wrong = aks({ agentPoolName: "train-on-demand", scaleSetEvictionPolicy: "Delete" });
    expect(codes("azure", [...wrong, inline])).toEqual(
      expect.arrayContaining(["agent-pool-name", "spot-settings", "agent-pool-inline"]),
    );
  });

  it("read every name of the fabric's devices", () => {
    const job = (name: string, resource: string): PulumiResource => ({
      type: "kubernetes:batch/v1:Job",
      name,
      inputs: {
        spec: { template: { spec: { containers: [{ resources: { limits: { [resource]: 8 } } }] } } },
      },
    });
    const jobs = [job("a", "rdma/ib"), job("b", "rdma/hca_shared_devices_a")];
    expect(codes("azure", jobs)).toEqual(["fabric-device-names"]);
  });
});
