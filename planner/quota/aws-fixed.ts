import type { Catalog } from "../../catalog/catalog.ts";
import type { AwsStoragePlan } from "../plan/storage.ts";
import type { QuotaInput } from "./aws.ts";
import type { QuotaUse } from "./quota-table.ts";

/** Quotas that are not of machines: cluster, node groups, network and file systems. */
export function fixedQuotas(input: QuotaInput, catalog: Catalog): QuotaUse[] {
  return uses(input).flatMap(({ id, service, needed, unit, for: user }) => {
    const limit = catalog.limit("aws", id);
    return limit === undefined || needed === 0
      ? []
      : [
          {
            name: limit.name,
            code: limit.quotaCode,
            service,
            needed,
            unit,
            default: limit.value,
            for: user,
          },
        ];
  });
}

interface LimitUse {
  /** Id of a limit of the catalog. */
  readonly id: string;
  /** Service code of Service Quotas. */
  readonly service: string;
  readonly needed: number;
  readonly unit: string;
  readonly for: string;
}

function uses(input: QuotaInput): LimitUse[] {
  return [...clusterUses(input), ...networkUses(input), ...storageUses(input.storage)];
}

function clusterUses({ pools, systemPools, existingCluster }: QuotaInput): LimitUse[] {
  const groups = pools
    .filter(({ provisioner }) => provisioner === "managed-node-group")
    .flatMap((pool) => pool.options);
  const sizes = [...groups, ...systemPools].map(({ size }) => size.max);
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const cluster = { service: "eks", for: "cluster" };
  return [
    { ...cluster, id: "eks-clusters-per-region", needed: existingCluster ? 0 : 1, unit: "cluster" },
    { ...cluster, id: "eks-managed-node-groups-per-cluster", needed: sizes.length, unit: "node group" },
    { ...cluster, id: "eks-nodes-per-managed-node-group", needed: largest, unit: "node" },
  ];
}

function networkUses(input: QuotaInput): LimitUse[] {
  const { network } = input;
  const nodes: LimitUse = {
    id: "vpc-network-interfaces",
    service: "vpc",
    needed: nodeInterfaces(input),
    unit: "network interface",
    for: "nodes",
  };
  if (network.existing !== null) return [nodes];
  const own = { service: "vpc", for: "network" };
  const endpoints = network.endpoints.filter(({ type }) => type === "interface").length;
  return [
    nodes,
    { ...own, id: "vpc-per-region", needed: 1, unit: "VPC" },
    { ...own, id: "vpc-ipv4-cidr-blocks", needed: network.cidrs.length, unit: "range" },
    { ...own, id: "vpc-subnets", needed: network.subnets.length, unit: "subnet" },
    { ...own, id: "vpc-internet-gateways", needed: 1, unit: "gateway" },
    {
      ...own,
      id: "vpc-nat-gateways-per-zone",
      needed: network.natZones.length > 0 ? 1 : 0,
      unit: "gateway",
    },
    { ...own, service: "ec2", id: "vpc-elastic-ips", needed: network.natZones.length, unit: "address" },
    { ...own, id: "vpc-interface-endpoints", needed: endpoints, unit: "endpoint" },
  ];
}

/** Interfaces that the launch templates wire; those that the VPC CNI adds for pods come on top. */
function nodeInterfaces({ pools, systemPools }: QuotaInput): number {
  const wired = pools.reduce(
    (sum, { nodes, fabric }) => sum + nodes * Math.max(1, fabric.interfaces.length),
    0,
  );
  return systemPools.reduce((sum, { size }) => sum + size.max, wired);
}

function storageUses(storage: readonly AwsStoragePlan[]): LimitUse[] {
  return storage
    .filter(({ existing }) => existing === null)
    .flatMap((plan): LimitUse[] => {
      if (plan.product !== "fsx-lustre") return [];
      const use = { service: "fsx", for: plan.name };
      return plan.deploymentType === "SCRATCH_2"
        ? [{ ...use, id: "fsx-lustre-scratch-file-systems", needed: 1, unit: "file system" }]
        : [
            { ...use, id: "fsx-lustre-persistent-2-file-systems", needed: 1, unit: "file system" },
            {
              ...use,
              id: "fsx-lustre-persistent-2-storage-gib",
              needed: plan.sizeGiB ?? 0,
              unit: "GiB",
            },
          ];
    });
}
