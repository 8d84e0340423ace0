import type { SubnetPlan } from "../../plan/network.ts";
import { allocate, type RangeRequest } from "../allocate.ts";
import { formatRange, overlaps, parseRange, prefixFor, type Range, sizeOf } from "../ipv4.ts";
import type { ZoneDemand } from "./demand.ts";
import { ADDRESSES_PER_PREFIX } from "./node-addresses.ts";

/** Addresses that AWS keeps in every subnet. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
export const AWS_RESERVED = 5;
const LARGEST_SUBNET = 16;
const SMALLEST_SUBNET = 28;
/** Public subnets where there is room: load balancers can grow in them. */
const ROOMY_PUBLIC = 24;

export interface SubnetsInput {
  /** The network's own range. */
  readonly primary: Range;
  readonly demands: readonly ZoneDemand[];
  readonly publicZones: readonly string[];
  /** Addresses that stand in each public subnet: NAT gateway, load balancers. */
  readonly publicAddresses: number;
  /** Ranges that may be added, in order. */
  readonly further: readonly Range[];
}

export interface SubnetLayout {
  /** The network's own range first. */
  readonly ranges: readonly Range[];
  readonly subnets: readonly SubnetPlan[];
}

/** A subnet before it has a place. */
interface Wanted extends RangeRequest {
  readonly role: SubnetPlan["role"];
  readonly zone: string;
  readonly planned: number;
}

/**
 * Subnets for every zone, in the roomiest way that fits the network's range: a quarter of it for each zone, so that
 * pools can grow without moving a subnet; else what is needed with single addresses falling as badly as they can; else
 * exactly what is needed; else with pods in further ranges. `undefined` when nothing fits.
 */
export function layoutSubnets(input: SubnetsInput): SubnetLayout | undefined {
  const { primary } = input;
  for (const wanted of [roomy(input), guaranteed(input), exact(input)]) {
    const subnets = wanted === undefined ? undefined : placed([primary], wanted);
    if (subnets !== undefined) return { ranges: [primary], subnets };
  }
  return overflow(input);
}

/** Prefix length of the network range that would hold everything, or `undefined` when it would have to be above /16. */
export function prefixNeeded({ demands, publicZones, publicAddresses }: SubnetsInput): number | undefined {
  const sizes = [
    ...demands.map((demand) => sizeOf(subnetPrefix(plannedIn(demand) + AWS_RESERVED))),
    ...publicZones.map(() => sizeOf(subnetPrefix(publicAddresses + AWS_RESERVED))),
  ];
  const prefix = prefixFor(sizes.reduce((sum, size) => sum + size, 0));
  return prefix < LARGEST_SUBNET ? undefined : prefix;
}

function roomy(input: SubnetsInput): readonly Wanted[] | undefined {
  const { primary, demands } = input;
  const share = primary.prefix + (demands.length <= 3 ? 2 : 3);
  return wantedWith(input, (demand) => Math.min(worstCasePrefix(demand), share), ROOMY_PUBLIC);
}

function guaranteed(input: SubnetsInput): readonly Wanted[] | undefined {
  return wantedWith(input, worstCasePrefix, SMALLEST_SUBNET);
}

function exact(input: SubnetsInput): readonly Wanted[] | undefined {
  return wantedWith(input, (demand) => prefixFor(plannedIn(demand) + AWS_RESERVED), SMALLEST_SUBNET);
}

function wantedWith(
  input: SubnetsInput,
  prefixOf: (demand: ZoneDemand) => number,
  publicPrefix: number,
): readonly Wanted[] | undefined {
  const nodes = input.demands.map(
    (demand): Wanted => ({
      id: `nodes-${demand.zone}`,
      role: "nodes",
      zone: demand.zone,
      prefix: Math.min(prefixOf(demand), SMALLEST_SUBNET),
      planned: plannedIn(demand),
    }),
  );
  if (nodes.some(({ prefix }) => prefix < LARGEST_SUBNET)) return undefined;
  return [...nodes, ...publicSubnets(input, publicPrefix)];
}

function publicSubnets({ publicZones, publicAddresses }: SubnetsInput, prefix: number): readonly Wanted[] {
  return publicZones.map((zone) => ({
    id: `public-${zone}`,
    role: "public",
    zone,
    prefix: Math.min(prefix, subnetPrefix(publicAddresses + AWS_RESERVED)),
    planned: publicAddresses,
  }));
}

/**
 * Pods in further ranges, found by the VPC CNI through their subnets' tag. Nodes that can take no further interface give
 * their pods addresses of their own subnet, so there the whole zone moves.
 */
function overflow(input: SubnetsInput): SubnetLayout | undefined {
  const here: Wanted[] = [...publicSubnets(input, SMALLEST_SUBNET)];
  const there: Wanted[] = [];
  for (const demand of input.demands) {
    if (demand.tied) {
      there.push(...chunks(demand, "nodes"));
    } else {
      const prefix = subnetPrefix(demand.single + AWS_RESERVED);
      here.push({
        id: `nodes-${demand.zone}`,
        role: "nodes",
        zone: demand.zone,
        prefix,
        planned: demand.single,
      });
      there.push(...chunks({ ...demand, single: 0 }, "pods"));
    }
  }
  const near = here.some(({ prefix }) => prefix < LARGEST_SUBNET) ? undefined : placed([input.primary], here);
  const far = placed(input.further, there);
  if (near === undefined || far === undefined) return undefined;
  const used = input.further.filter((range) => far.some(({ cidr }) => overlaps(parseRange(cidr), range)));
  return { ranges: [input.primary, ...used], subnets: [...near, ...far] };
}

/** A zone's demand in subnets of at most /16. */
function chunks(demand: ZoneDemand, role: "nodes" | "pods"): readonly Wanted[] {
  const blocks = blocksOf(demand);
  const most = sizeOf(LARGEST_SUBNET) / ADDRESSES_PER_PREFIX - RESERVED_BLOCKS;
  const count = Math.max(1, Math.ceil(blocks / most));
  const planned = plannedIn(demand);
  return Array.from({ length: count }, (_, index): Wanted => {
    const share = Math.ceil(blocks / count);
    return {
      id:
        role === "pods"
          ? `pods-${demand.zone}-${index + 1}`
          : `nodes-${demand.zone}${index === 0 ? "" : `-${index + 1}`}`,
      role,
      zone: demand.zone,
      prefix: subnetPrefix((share + RESERVED_BLOCKS) * ADDRESSES_PER_PREFIX),
      planned: Math.floor(planned / count) + (index < planned % count ? 1 : 0),
    };
  });
}

/** AWS keeps the first and the last addresses of a subnet: two blocks that no pod can have. */
const RESERVED_BLOCKS = 2;

/** EC2 picks single addresses at random, and each can spoil a block of 16. */
function blocksOf({ single, prefixes }: ZoneDemand): number {
  return single + prefixes;
}

function worstCasePrefix(demand: ZoneDemand): number {
  return prefixFor((blocksOf(demand) + RESERVED_BLOCKS) * ADDRESSES_PER_PREFIX);
}

function plannedIn({ single, prefixes }: ZoneDemand): number {
  return single + prefixes * ADDRESSES_PER_PREFIX;
}

function subnetPrefix(addresses: number): number {
  return Math.min(SMALLEST_SUBNET, prefixFor(addresses));
}

function placed(blocks: readonly Range[], wanted: readonly Wanted[]): readonly SubnetPlan[] | undefined {
  const ranges = allocate(blocks, wanted);
  if (ranges === undefined) return undefined;
  return wanted.flatMap(({ id, role, zone, planned, prefix }) => {
    const range = ranges.get(id);
    return range === undefined
      ? []
      : [{ id, role, zone, cidr: formatRange(range), capacity: sizeOf(prefix) - AWS_RESERVED, planned }];
  });
}
