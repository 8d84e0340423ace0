import { openCatalog } from "../../catalog/index.ts";
import type {
  ClusterFact,
  Facts,
  FileSystemFact,
  InterfaceFact,
  NodeGroupFact,
  RangeFact,
  SecurityGroupFact,
} from "../../checks/facts.ts";
import { noFacts } from "../../checks/facts.ts";

export const catalog = openCatalog();
export const now = Date.parse("2026-11-23T00:00:00Z");

/** Every interface of a machine, as its layout in the catalog has them. */
export function wires(machine: string): readonly InterfaceFact[] {
  const layout = catalog.fabricLayout(catalog.machine("aws", machine)?.fabric.layout ?? "");
  return (layout?.ipSaving ?? []).map((one) => ({ ...one, securityGroups: ["efa"] }));
}

/** Four on-demand p5 in one zone, with everything as it should be. */
export const goodGroup: NodeGroupFact = {
  at: ["pools", 0],
  name: "train",
  pool: "train",
  provisioner: "managed",
  cluster: "main",
  machines: ["p5.48xlarge"],
  market: "on-demand",
  launchMarket: null,
  reservation: null,
  zones: ["use2-az1"],
  subnets: ["a"],
  placement: { kind: "group", id: "train", strategy: "cluster", createdHere: true },
  interfaces: wires("p5.48xlarge"),
  fabricWanted: true,
  size: { min: 4, desired: 4, max: 4 },
  nodesWanted: 4,
  update: { maxUnavailable: 1 },
  image: "AL2023_x86_64_NVIDIA",
  kubernetesVersion: "1.35",
  labels: { "example.com/pool": "train" },
  taints: [{ key: "nvidia.com/gpu", value: "present", effect: "NoSchedule" }],
  disks: [{ type: "gp3", sizeGiB: 200, encrypted: true }],
  role: "nodes",
  settingsInLaunchTemplate: [],
};

const goodLustre: FileSystemFact = {
  at: ["storage", 0],
  name: "scratch",
  id: "scratch",
  product: "fsx-lustre",
  deploymentType: "PERSISTENT_2",
  storageType: "SSD",
  version: "2.15",
  sizeGiB: 4800,
  mbpsPerTiB: 1000,
  metadata: { mode: "AUTOMATIC" },
  efa: true,
  subnets: ["a"],
  securityGroups: ["efa"],
  associations: [{ at: ["storage", 0], path: "/corpus", url: "s3://our-corpus" }],
};

const goodCluster: ClusterFact = {
  at: ["orchestration"],
  name: "main",
  id: "main",
  version: "1.35",
  extendedSupportAccepted: false,
  publicAccess: false,
  publicRanges: [],
  privateAccess: true,
  secretsEncrypted: true,
  subnets: ["a", "b"],
  until: "2026-12-31T00:00:00Z",
};

const goodSecurityGroup: SecurityGroupFact = {
  at: ["Resources", "Efa"],
  name: "efa",
  id: "efa",
  selfIngress: true,
  selfEgress: true,
  openIngress: [],
};

const goodNetwork: RangeFact = {
  at: ["network"],
  name: "network",
  cidr: "10.40.0.0/16",
  role: "network",
  network: "n",
};

const goodSubnet: RangeFact = {
  at: ["network"],
  name: "nodes",
  cidr: "10.40.0.0/18",
  role: "subnet",
  network: "n",
  capacity: 16379,
  needed: 1000,
};

/** An environment in which nothing is wrong. */
export const good: Facts = {
  ...noFacts("aws"),
  region: "us-east-2",
  now,
  nodeGroups: [goodGroup],
  placementGroups: [{ at: ["pools", 0], name: "train", strategy: "cluster" }],
  fileSystems: [goodLustre],
  securityGroups: [goodSecurityGroup],
  ranges: [goodNetwork, goodSubnet],
  clusters: [goodCluster],
  addons: [{ at: ["orchestration"], name: "vpc-cni", cluster: "main" }],
  roles: [
    {
      at: ["Resources", "Nodes"],
      name: "nodes",
      id: "nodes",
      managedPolicies: ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"],
      trusts: ["ec2.amazonaws.com"],
    },
  ],
  names: [{ at: ["name"], name: "main", value: "main", of: "cluster" }],
  subnetZones: { a: "use2-az1", b: "use2-az2" },
};

export const withGroup = (...changes: readonly Partial<NodeGroupFact>[]): Facts => ({
  ...good,
  nodeGroups: changes.map((change) => ({ ...goodGroup, ...change })),
});

export const withFileSystem = (change: Partial<FileSystemFact>): Facts => ({
  ...good,
  fileSystems: [{ ...goodLustre, ...change }],
});

export const withCluster = (change: Partial<ClusterFact>): Facts => ({
  ...good,
  clusters: [{ ...goodCluster, ...change }],
});

export const withSecurityGroup = (change: Partial<SecurityGroupFact>): Facts => ({
  ...good,
  securityGroups: [{ ...goodSecurityGroup, ...change }],
});

export const withRanges = (...changes: readonly Partial<RangeFact>[]): Facts => ({
  ...good,
  ranges: [goodNetwork, ...changes.map((change) => ({ ...goodSubnet, ...change }))],
});

/** A capacity block that runs for 14 days from next March. */
export const block = {
  id: "cr-0a1b2c3d",
  kind: "capacity-block",
  start: "2027-03-01T11:30:00Z",
  end: "2027-03-15T11:30:00Z",
} as const;

/** A node group that waits for its capacity block. */
export const blockGroup: Partial<NodeGroupFact> = {
  market: "capacity-block",
  launchMarket: "capacity-block",
  reservation: block,
  placement: { kind: "none" },
  size: { min: 0, desired: 0, max: 4 },
};
