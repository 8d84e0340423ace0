import type { Catalog } from "../../../catalog/catalog.ts";
import type { Environment } from "../../../spec/schema/environment.ts";
import type { PoolPlan, StoragePlan, SystemPoolPlan } from "../../plan/index.ts";
import { ADDRESSES_PER_PREFIX, takesFurtherInterfaces } from "./node-addresses.ts";

/** What stands in the private subnets of one zone at most. */
export interface ZoneDemand {
  readonly zone: string;
  /** Addresses that stand alone: interfaces of nodes, file systems, endpoints, load balancers, control plane. */
  readonly single: number;
  /** Blocks of 16 for pods. */
  readonly prefixes: number;
  /** Whether some nodes can take pod addresses from their own subnet only. */
  readonly tied: boolean;
}

export interface DemandInput {
  readonly zones: readonly string[];
  readonly pools: readonly PoolPlan[];
  readonly systemPools: readonly SystemPoolPlan[];
  readonly storage: readonly StoragePlan[];
  readonly interfaceEndpoints: number;
}

/**
 * A load balancer may take up to 8 addresses of a subnet before it grows.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
 */
export const LOAD_BALANCER_ADDRESSES = 8;

/** Share of an elastic pool's nodes that Karpenter replaces at once by default. https://karpenter.sh/docs/concepts/disruption/ */
const REPLACED_SHARE = 0.1;

/** Every node, at its pool's full size with an update under way, could land in any one of its zones: each has room for all. */
export function zoneDemands(
  input: DemandInput,
  environment: Environment,
  catalog: Catalog,
): readonly ZoneDemand[] {
  const standing = standingAddresses(input, environment, catalog);
  const demands = new Map(
    input.zones.map((zone) => [
      zone,
      { single: standing + fileSystems(zone, input), prefixes: 0, tied: false },
    ]),
  );
  const add = (zones: readonly string[], nodes: number, node: NodeDemand): void => {
    for (const zone of zones.length > 0 ? zones : input.zones) {
      const demand = demands.get(zone);
      if (demand === undefined) continue;
      demand.single += nodes * node.single;
      demand.prefixes += nodes * node.prefixes;
      demand.tied ||= node.tied && nodes > 0;
    }
  };
  for (const pool of input.pools) addPool(pool, poolNode(pool, catalog), add);
  for (const pool of input.systemPools) {
    const node = { ...split(pool.addressesPerNode, 1), tied: false };
    add(pool.zones, pool.size.max + startedFirst(pool.maxUnavailable, pool.zones), node);
  }
  return [...demands].map(([zone, demand]) => ({ zone, ...demand }));
}

interface NodeDemand {
  readonly single: number;
  readonly prefixes: number;
  readonly tied: boolean;
}

type Add = (zones: readonly string[], nodes: number, node: NodeDemand) => void;

function addPool(pool: PoolPlan, node: NodeDemand, add: Add): void {
  if (pool.elastic) {
    const zones = [...new Set(pool.options.flatMap((option) => option.zones))];
    add(zones, pool.nodes + Math.ceil(pool.nodes * REPLACED_SHARE), node);
    return;
  }
  // Their updates take old nodes away first; the addresses of those come back a little later.
  for (const { zones, size, maxUnavailable } of pool.options) add(zones, size.max + maxUnavailable, node);
}

/**
 * Nodes that an update of a system group starts before it takes old ones away: the larger of two a zone and what may be
 * unavailable. https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html
 */
function startedFirst(maxUnavailable: number, zones: readonly string[]): number {
  return Math.max(2 * Math.max(1, zones.length), maxUnavailable);
}

function poolNode(pool: PoolPlan, catalog: Catalog): NodeDemand {
  const own = Math.max(1, pool.fabric.interfaces.filter(({ kind }) => kind !== "efa-only").length);
  const machine = catalog.machine("aws", pool.machine);
  const tied = machine !== undefined && !takesFurtherInterfaces(machine, pool.fabric.interfaces);
  return { ...split(pool.addressesPerNode, own), tied };
}

/** A node's addresses are interfaces and whole blocks. */
function split(
  addresses: number,
  interfaces: number,
): { readonly single: number; readonly prefixes: number } {
  const prefixes = Math.max(0, Math.floor((addresses - interfaces) / ADDRESSES_PER_PREFIX));
  return { single: addresses - prefixes * ADDRESSES_PER_PREFIX, prefixes };
}

/** What each zone has whatever the nodes: the control plane's interfaces, interface endpoints, load balancers. */
function standingAddresses(input: DemandInput, environment: Environment, catalog: Catalog): number {
  const controlPlane = catalog.limit("aws", "eks-cluster-subnet-addresses-recommended")?.value ?? 16;
  const serving = environment.workloads.filter(({ kind }) => kind === "serving").length;
  return controlPlane + input.interfaceEndpoints + serving * LOAD_BALANCER_ADDRESSES;
}

function fileSystems(zone: string, { storage }: DemandInput): number {
  return storage
    .filter((each) => each.existing === null && (each.zone === null || each.zone === zone))
    .reduce((sum, each) => sum + fileSystemAddresses(each), 0);
}

function fileSystemAddresses(storage: StoragePlan): number {
  switch (storage.product) {
    case "s3":
      return 0;
    case "efs":
      return 1;
    case "fsx-lustre":
    case "fsx-openzfs":
      return storage.addresses;
    default:
      // Storage of another cloud stands in no VPC.
      return 0;
  }
}
