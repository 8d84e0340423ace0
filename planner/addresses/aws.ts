import type { Environment } from "../../spec/schema/environment.ts";
import type { PlanContext } from "../context.ts";
import type { ApiAccessPlan, AwsNetworkPlan } from "../plan/network.ts";
import { LOAD_BALANCER_ADDRESSES, type ZoneDemand, zoneDemands } from "./aws/demand.ts";
import { checkExisting } from "./aws/existing.ts";
import { freeNetwork, freeServices, furtherRanges, RESERVED } from "./aws/free-ranges.ts";
import { layoutSubnets, prefixNeeded, type SubnetLayout, type SubnetsInput } from "./aws/subnets.ts";
import { exposed, natZones, planEndpoints, publicZones } from "./aws/ways-out.ts";
import { existingNetwork } from "./existing-network.ts";
import {
  networkTooSmall,
  noFreeRange,
  podsInFurtherRange,
  rangeReserved,
  tooManyRanges,
} from "./finding-kinds.ts";
import { formatRange, overlaps, parseRange, type Range } from "./ipv4.ts";
import type { NetworkInput } from "./network-input.ts";

/** Where nothing is free, the plan goes on with this range beside its finding. */
const FALLBACK = parseRange("10.0.0.0/16");

/** Zones that a control plane needs subnets in. https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html */
const CONTROL_PLANE_ZONES = 2;

/** The network of an environment: ranges, subnets with room for everything that can stand in them, and the ways out. */
export function planAwsNetwork(
  environment: Environment,
  input: NetworkInput,
  context: PlanContext,
): AwsNetworkPlan {
  const zones = networkZones(environment, input, context);
  const endpoints = planEndpoints(environment, input.pools);
  const interfaceEndpoints = endpoints.filter(({ type }) => type === "interface").length;
  const demands = zoneDemands({ ...input, zones, interfaceEndpoints }, environment, context.catalog);
  const existing = existingNetwork(environment);
  const common = {
    cloud: "aws" as const,
    existing,
    flowLogs: flowLogs(environment),
    api: apiAccess(environment),
  };
  if (existing !== null) {
    checkExisting(existing, { demands, zones: nodeZones(input), pools: input.pools }, environment, context);
    const services = serviceRange(
      existing.cidr === null ? [] : [parseRange(existing.cidr)],
      environment,
      context,
    );
    return {
      ...common,
      cidrs: [],
      subnets: [],
      serviceCidr: services,
      natZones: [],
      endpoints: [],
      flowLogs: false,
    };
  }
  const nats = natZones(environment, input.zones.length > 0 ? input.zones : zones.slice(0, 1));
  const open = publicZones(environment, nats, zones);
  const layout = planRanges(environment, demands, open, context);
  return {
    ...common,
    cidrs: layout.ranges.map(formatRange),
    subnets: layout.subnets,
    serviceCidr: serviceRange(layout.ranges, environment, context),
    natZones: nats,
    endpoints,
  };
}

/** Zones with private subnets: those that nodes and file systems are in, and others until the control plane has two. */
function networkZones(
  environment: Environment,
  input: NetworkInput,
  { catalog }: PlanContext,
): readonly string[] {
  const storage = input.storage.flatMap(({ zone, existing }) =>
    zone === null || existing !== null ? [] : [zone],
  );
  const used = [...new Set([...input.zones, ...nodeZones(input), ...storage])];
  const region = catalog.region("aws", environment.region)?.zones ?? [];
  const more = region.filter((zone) => !used.includes(zone));
  return [...used, ...more.slice(0, Math.max(0, CONTROL_PLANE_ZONES - used.length))];
}

function nodeZones({ pools, systemPools }: NetworkInput): readonly string[] {
  const options = pools.flatMap((pool) => pool.options.flatMap((option) => option.zones));
  return [...new Set([...options, ...systemPools.flatMap((pool) => pool.zones)])];
}

function planRanges(
  environment: Environment,
  demands: readonly ZoneDemand[],
  open: readonly string[],
  context: PlanContext,
): SubnetLayout {
  const avoid = environment.network.avoid.map(parseRange);
  const primary = primaryRange(environment, avoid, context);
  const publicAddresses = 1 + exposed(environment) * LOAD_BALANCER_ADDRESSES;
  const further = furtherRanges([...avoid, primary]);
  const input = { primary, demands, publicZones: open, publicAddresses, further };
  const layout = layoutSubnets(input);
  if (layout === undefined) {
    reportTooSmall(environment, input, context);
    return { ranges: [primary], subnets: [] };
  }
  reportFurther(environment, layout, context);
  return layout;
}

function primaryRange({ name, network }: Environment, avoid: readonly Range[], context: PlanContext): Range {
  if (network.cidr !== undefined) {
    const given = parseRange(network.cidr);
    const taken = RESERVED.find(({ range, by }) => by.includes("FSx") && overlaps(range, given));
    if (taken !== undefined) {
      context.report(rangeReserved, {
        path: ["network", "cidr"],
        message: `${network.cidr} overlaps ${formatRange(taken.range)}, which belongs to ${taken.by}.`,
        got: network.cidr,
        allowed: `a private range outside of ${formatRange(taken.range)}`,
        hint: "Use a range of 10.0.0.0/8, for example 10.40.0.0/16.",
      });
    }
    return given;
  }
  const found = freeNetwork(name, avoid);
  if (found !== undefined) return found;
  context.report(noFreeRange, {
    path: ["network", "avoid"],
    message: "network.avoid leaves no private range of /16 for the network.",
    got: network.avoid,
    hint: "Name a smaller range that is free as network.cidr.",
  });
  return FALLBACK;
}

function reportTooSmall(environment: Environment, input: SubnetsInput, context: PlanContext): void {
  const prefix = prefixNeeded(input);
  const got = formatRange(input.primary);
  context.report(networkTooSmall, {
    path: ["network", "cidr"],
    message:
      prefix === undefined
        ? `${got} is too small for every node and pod, and so is any range of a VPC together with 100.64.0.0/10.`
        : `${got} is too small: the subnets of ${input.demands.length} zones need a /${prefix}.`,
    got,
    allowed: prefix === undefined ? "fewer nodes" : `/${prefix} or larger`,
    hint:
      prefix === undefined
        ? "Split the environment, or lower the most nodes of its pools."
        : `Write a free /${prefix}${environment.network.cidr === undefined ? "" : ", or leave network.cidr to the planner"}.`,
  });
}

function reportFurther(
  environment: Environment,
  { ranges, subnets }: SubnetLayout,
  context: PlanContext,
): void {
  if (ranges.length === 1) return;
  const path = environment.network.cidr === undefined ? ["pools"] : ["network", "cidr"];
  const [first, ...others] = ranges.map(formatRange);
  const moved = subnets.some(({ role, cidr }) => role === "nodes" && cidr.startsWith("100."));
  context.report(podsInFurtherRange, {
    path,
    message: `${first} has no room for all ${moved ? "nodes and " : ""}pods; they get addresses of ${others.join(", ")}, which other networks do not reach.`,
    got: first,
    hint: "Give the network a larger range to keep everything in it.",
  });
  const quota = context.catalog.limit("aws", "vpc-ipv4-cidr-blocks");
  if (quota === undefined || ranges.length <= quota.value) return;
  context.report(tooManyRanges, {
    path,
    message: `The network needs ${ranges.length} address ranges, and a VPC has ${quota.value} by default.`,
    got: ranges.length,
    allowed: quota.value,
    hint: `Ask for more of "${quota.name}"${quota.quotaCode === null ? "" : ` (${quota.quotaCode})`}, or lower the most nodes of the pools.`,
  });
}

function serviceRange(networks: readonly Range[], environment: Environment, context: PlanContext): string {
  const found = freeServices([...networks, ...environment.network.avoid.map(parseRange)]);
  if (found !== undefined) return formatRange(found);
  context.report(noFreeRange, {
    path: ["network", "avoid"],
    message: "network.avoid and the network leave no range for the cluster's services.",
    got: environment.network.avoid,
    hint: "Free one of 172.20.0.0/16, 10.100.0.0/16 or 192.168.240.0/20: services are seen inside the cluster only.",
  });
  return "172.20.0.0/16";
}

function flowLogs({ aws }: Environment): boolean {
  return aws?.flowLogs ?? true;
}

function apiAccess({ network }: Environment): ApiAccessPlan {
  const ranges = network.api === "private" ? [] : network.api.publicFrom;
  return { private: true, publicFrom: ranges.map((range) => formatRange(parseRange(range))) };
}
