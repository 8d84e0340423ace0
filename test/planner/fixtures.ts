import { openCatalog } from "../../catalog/index.ts";
import { planContext } from "../../planner/context.ts";
import type { AwsNetworkPlan } from "../../planner/plan/network.ts";
import type { PoolOptionPlan, PoolPlan, SystemPoolPlan } from "../../planner/plan/pool.ts";
import { parseEnvironment } from "../../spec/define-environment.ts";
import type { Environment, EnvironmentInput } from "../../spec/schema/environment.ts";

/** The catalog, opened once. */
export const catalog = openCatalog();

/** The time that tests plan at. */
export const now = Date.parse("2026-11-23T12:00:00Z");

export function newContext() {
  return planContext(catalog, now);
}

/** A valid environment; throws what is wrong with an invalid one. */
export function environment(input: Partial<EnvironmentInput> = {}): Environment {
  const parsed = parseEnvironment({
    name: "lab",
    cloud: "aws",
    region: "us-east-2",
    pools: [{ name: "train", machine: "p5.48xlarge", nodes: 4 }],
    ...input,
  });
  if (parsed.environment === undefined) throw new Error(JSON.stringify(parsed.findings));
  return parsed.environment;
}

export function option(overrides: Partial<PoolOptionPlan> = {}): PoolOptionPlan {
  return {
    id: "train-on-demand",
    purchase: "on-demand",
    reservationId: null,
    maxUsdPerHour: null,
    nodes: 4,
    size: { min: 4, desired: 4, max: 4 },
    zones: ["use2-az1"],
    placement: { kind: "none", reason: "test" },
    activeFrom: null,
    activeUntil: null,
    schedule: [],
    maxUnavailable: 1,
    usdPerHourPerNode: 55.04,
    ...overrides,
  };
}

/** Four p5.48xlarge, bought on demand. */
export function pool(overrides: Partial<PoolPlan> = {}): PoolPlan {
  const nodes = overrides.nodes ?? 4;
  const each = overrides.acceleratorsPerNode ?? 8;
  return {
    name: "train",
    machine: "p5.48xlarge",
    family: "p5",
    arch: "x86_64",
    accelerator: "h100",
    acceleratorVendor: "NVIDIA",
    acceleratorsPerNode: each,
    vcpusPerNode: 192,
    memoryGiBPerNode: 2048,
    nodes,
    minNodes: nodes,
    elastic: false,
    accelerators: nodes * each,
    provisioner: "managed-node-group",
    fabric: {
      kind: "efa",
      interfacesPerNode: 32,
      gbpsPerNode: 3200,
      layout: "ip-saving",
      interfaces: [
        { card: 0, device: 0, kind: "interface" },
        { card: 0, device: 1, kind: "efa-only" },
      ],
      networks: [],
    },
    options: [option({ nodes, size: { min: nodes, desired: nodes, max: nodes } })],
    sharing: null,
    labels: {},
    taints: [],
    disk: { type: "gp3", sizeGiB: 200, iops: 3000, throughputMBps: 125 },
    localStorageGB: 30_400,
    image: { type: "AL2023_x86_64_NVIDIA", release: null, driverMajor: 580 },
    maxPods: 110,
    addressesPerNode: 40,
    chosenBecause: "test",
    rejected: [],
    ...overrides,
  };
}

export function systemPool(overrides: Partial<SystemPoolPlan> = {}): SystemPoolPlan {
  return {
    name: "system",
    machines: ["m7i.large", "m6i.large"],
    arch: "x86_64",
    size: { min: 2, desired: 2, max: 4 },
    zones: ["use2-az1", "use2-az2"],
    image: { type: "AL2023_x86_64_STANDARD", release: null },
    labels: {},
    taints: [],
    disk: { type: "gp3", sizeGiB: 50, iops: null, throughputMBps: null },
    maxPods: 110,
    addressesPerNode: 20,
    usdPerHourPerNode: 0.1,
    schedule: [],
    maxUnavailable: 1,
    ...overrides,
  };
}

/** A network of its own with two zones and a NAT gateway in each. */
export function network(overrides: Partial<AwsNetworkPlan> = {}): AwsNetworkPlan {
  const zones = ["use2-az1", "use2-az2"];
  return {
    cloud: "aws",
    existing: null,
    cidrs: ["10.0.0.0/16"],
    subnets: zones.flatMap((zone, index) => [
      { id: `public-${zone}`, role: "public", zone, cidr: `10.0.${index}.0/24`, capacity: 251, planned: 1 },
      {
        id: `nodes-${zone}`,
        role: "nodes",
        zone,
        cidr: `10.0.${64 * (index + 1)}.0/18`,
        capacity: 16_379,
        planned: 200,
      },
    ]),
    serviceCidr: "172.20.0.0/16",
    natZones: zones,
    endpoints: [
      { service: "s3", type: "gateway" },
      { service: "ecr.api", type: "interface" },
    ],
    flowLogs: true,
    api: { private: true, publicFrom: [] },
    ...overrides,
  };
}
