import type {
  AzureNodeGroupFact,
  ClusterFact,
  Facts,
  FileSystemFact,
  GcpNodeGroupFact,
  NodeGroupFact,
} from "../../checks/facts.ts";
import { noFacts } from "../../checks/facts.ts";
import { catalog, now } from "./good-facts.ts";

/** Interfaces of A3 Ultra beside the primary one: one gVNIC and eight for RDMA. */
const ultraInterfaces = [
  { network: "gvnic-1", subnetwork: "gvnic-1" },
  ...Array.from({ length: 8 }, (_, index) => ({ network: "rdma", subnetwork: `rdma-${index}` })),
];

const goodGcpGroup: NodeGroupFact = {
  at: ["pools", 0],
  name: "train",
  pool: "train",
  provisioner: "managed",
  cluster: "main",
  machines: ["a3-ultragpu-8g"],
  market: "reservation",
  zones: ["us-central1-a"],
  fabricWanted: true,
  size: { min: 4, desired: 4, max: 4 },
  nodesWanted: 4,
  kubernetesVersion: "1.35",
  driverOwners: ["node-pool"],
  gcp: {
    spot: false,
    flexStart: false,
    queued: false,
    reservationAffinity: "specific",
    reservations: ["big/reservationBlocks/block-1"],
    autoRepair: true,
    autoscaled: false,
    blueGreen: false,
    compact: false,
    extraInterfaces: ultraInterfaces,
    automaticNetworks: false,
    localSsds: 32,
  },
};

const goodManagedLustre: FileSystemFact = {
  at: ["storage", 0],
  name: "scratch",
  product: "managed-lustre",
  sizeGiB: 36_000,
  mbpsPerTiB: 500,
  privateServiceAccess: true,
  port6988: false,
};

const goodGkeCluster: ClusterFact = {
  at: ["orchestration"],
  name: "main",
  id: "main",
  version: "1.35",
  gcp: { dataplaneV2: true, multiNetworking: true, upgradesExcluded: true },
};

/** An environment on Google Cloud in which nothing is wrong. */
export const goodGcp: Facts = {
  ...noFacts("gcp"),
  region: "us-central1",
  now,
  nodeGroups: [goodGcpGroup],
  fileSystems: [goodManagedLustre],
  clusters: [goodGkeCluster],
  fabricNetworks: [
    { at: ["network"], name: "gvnic-1", id: "gvnic-1", mtu: 8896, profile: null },
    { at: ["network"], name: "rdma", id: "rdma", mtu: 8896, profile: "us-central1-a-vpc-roce" },
  ],
};

export const withNodePool = (gcp: GcpNodeGroupFact, change: Partial<NodeGroupFact> = {}): Facts => ({
  ...goodGcp,
  nodeGroups: [{ ...goodGcpGroup, ...change, gcp: { ...goodGcpGroup.gcp, ...gcp } }],
});

export const withGcpNetwork = (id: string, change: Partial<Facts["fabricNetworks"][number]>): Facts => ({
  ...goodGcp,
  fabricNetworks: goodGcp.fabricNetworks.map((one) => (one.id === id ? { ...one, ...change } : one)),
});

export const withGkeCluster = (change: Partial<ClusterFact>, facts: Facts = goodGcp): Facts => ({
  ...facts,
  clusters: [{ ...goodGkeCluster, ...change }],
});

export const withManagedLustre = (...changes: readonly Partial<FileSystemFact>[]): Facts => ({
  ...goodGcp,
  fileSystems: changes.map((change) => ({ ...goodManagedLustre, ...change })),
});

const goodAzureGroup: NodeGroupFact = {
  at: ["pools", 0],
  name: "train-on-demand",
  pool: "train",
  provisioner: "managed",
  cluster: "main",
  machines: ["Standard_ND96isr_H100_v5"],
  market: "on-demand",
  zones: ["1"],
  fabricWanted: true,
  size: { min: 4, desired: 4, max: 4 },
  nodesWanted: 4,
  image: "Ubuntu2204",
  kubernetesVersion: "1.35",
  taints: [{ key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" }],
  disks: [{ sizeGiB: 512 }],
  driverOwners: ["gpu-operator"],
  azure: {
    poolName: "train",
    mode: "User",
    inline: false,
    evictionPolicy: null,
    spotMaxPrice: null,
    gpuDriver: "None",
    capacityGroup: null,
    proximityGroup: null,
    osDisk: "Ephemeral",
  },
};

const goodAmlfs: FileSystemFact = {
  at: ["storage", 0],
  name: "scratch",
  product: "azure-managed-lustre",
  deploymentType: "AMLFS-Durable-Premium-250",
  sizeGiB: 8 * 1024,
  subnetRange: "10.40.8.0/24",
  source: { name: "corpus", joined: true },
};

const goodAksCluster: ClusterFact = {
  at: ["orchestration"],
  name: "main",
  id: "main",
  version: "1.35",
  azure: { identity: "UserAssigned" },
};

/** An environment on Azure in which nothing is wrong. */
export const goodAzure: Facts = {
  ...noFacts("azure"),
  region: "eastus",
  now,
  nodeGroups: [goodAzureGroup],
  fileSystems: [goodAmlfs],
  clusters: [goodAksCluster],
  ranges: [{ at: ["network"], name: "network", cidr: "10.40.0.0/16", role: "network", network: "n" }],
  deviceRequests: [
    { at: ["policy"], name: "the device plug-in", resource: "rdma/ib" },
    { at: ["job"], name: "the job", resource: "rdma/ib" },
  ],
  registeredFeatures: ["Microsoft.ContainerService/AKSInfinibandSupport"],
};

export const withAgentPool = (azure: AzureNodeGroupFact, change: Partial<NodeGroupFact> = {}): Facts => ({
  ...goodAzure,
  nodeGroups: [{ ...goodAzureGroup, ...change, azure: { ...goodAzureGroup.azure, ...azure } }],
});

export const withAgentPools = (...changes: readonly Partial<NodeGroupFact>[]): Facts => ({
  ...goodAzure,
  nodeGroups: changes.map((change) => ({ ...goodAzureGroup, ...change })),
});

export const withAmlfs = (change: Partial<FileSystemFact>, facts: Facts = goodAzure): Facts => ({
  ...facts,
  fileSystems: [{ ...goodAmlfs, ...change }],
});

/** Rack-scale machines as the catalog has them. */
export const rackMachine = (cloud: "gcp" | "azure"): string =>
  catalog
    .machines(cloud)
    .find((one) => typeof catalog.fabricLayout(one.fabric.layout ?? "")?.rackNodes === "number")?.name ?? "";
