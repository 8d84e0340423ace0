import type { Environment } from "../../spec/schema/environment.ts";
import type { PlanContext } from "../context.ts";
import type { GcpFirewallRulePlan, GcpNetworkPlan, GcpRangePlan } from "../plan/gcp.ts";
import { allocate, type RangeRequest } from "./allocate.ts";
import { existingNetwork } from "./existing-network.ts";
import { networkTooSmall, noFreeRange, podsInFurtherRange, rangeTooSmall } from "./finding-kinds.ts";
import { type GcpDemand, gcpDemand } from "./gcp/demand.ts";
import { planFabricNetworks } from "./gcp/fabric.ts";
import { freeNetwork, furtherBlock } from "./gcp/free-range.ts";
import { GCP_RESERVED, rangePlan } from "./gcp/subnet.ts";
import { formatRange, parseRange, prefixFor, type Range, sizeOf } from "./ipv4.ts";
import type { NetworkInput } from "./network-input.ts";

/** Jumbo frames: file systems reach up to a tenth more. https://docs.cloud.google.com/managed-lustre/docs/performance */
const MTU = 8896;
/** Services of a cluster: more than any file asks for. */
const SERVICES_PREFIX = 20;
/** Range of the control plane's private endpoint. https://cloud.google.com/kubernetes-engine/docs/concepts/private-cluster-concept */
const CONTROL_PLANE_PREFIX = 28;
/** Range peered with Google's services for one file system, as Google's blueprints take it. */
const PEERED_PREFIX = 22;
const LARGEST = 9;
/**
 * Ranges that grow with the nodes are at least so large, where they fit: a cluster's ranges cannot be changed, so another
 * node count must not move them. https://docs.cloud.google.com/kubernetes-engine/docs/how-to/alias-ips
 */
const ROOMY: Readonly<Record<string, number>> = { nodes: 22, pods: 17 };

/** The network of an environment: one subnet with secondary ranges, room for every node and pod, and the fabric's networks. */
export function planGcpNetwork(
  environment: Environment,
  input: NetworkInput,
  context: PlanContext,
): GcpNetworkPlan {
  const demand = gcpDemand(input, environment);
  const own = environment.network.existing === undefined;
  const requests = requestsFor(demand, own);
  const { primary, further, ranges } = own
    ? ownRanges(environment, requests, context)
    : besideExisting(environment, requests, context);
  const taken = [
    ...[...ranges.values()],
    ...(primary === undefined ? [] : [primary]),
    ...avoided(environment),
  ];
  const fabric = planFabricNetworks(environment.name, input.pools, taken, context.catalog);
  if (fabric === undefined) reportNoRoom(environment, context);
  const plan = (id: string, planned: number, reserved = 0): GcpRangePlan | null => {
    const range = ranges.get(id);
    return range === undefined ? null : rangePlan(id, range, planned, reserved);
  };
  const peered = plan("private-services", demand.peered);
  const pods = plan("pods", demand.pods);
  const services = plan("services", 0);
  return {
    cloud: "gcp",
    existing: own ? null : existing(environment, demand, context),
    cidrs: own && primary !== undefined ? [primary, ...further].map(formatRange) : [],
    mtu: MTU,
    nodes: own ? plan("nodes", demand.nodes, GCP_RESERVED) : null,
    pods: pods === null ? [] : [pods],
    services,
    serviceCidr: services?.cidr ?? "",
    controlPlaneCidr: plan("control-plane", 1)?.cidr ?? "",
    privateServices: peered,
    fabric: fabric ?? [],
    firewall: own ? firewall(ranges, peered, input) : [],
    nat: own ? { minPortsPerVm: 1024, logging: "ERRORS_ONLY" } : null,
    flowLogs: own,
    api: {
      private: true,
      publicFrom: environment.network.api === "private" ? [] : environment.network.api.publicFrom,
    },
  };
}

function requestsFor(demand: GcpDemand, own: boolean): readonly RangeRequest[] {
  return [
    ...(own ? [{ id: "nodes", prefix: prefixFor(demand.nodes + GCP_RESERVED) }] : []),
    { id: "pods", prefix: prefixFor(demand.pods) },
    { id: "services", prefix: SERVICES_PREFIX },
    { id: "control-plane", prefix: CONTROL_PLANE_PREFIX },
    ...(demand.peered === 0
      ? []
      : [{ id: "private-services", prefix: PEERED_PREFIX - Math.ceil(Math.log2(demand.peered)) }]),
  ];
}

function roomy(requests: readonly RangeRequest[]): readonly RangeRequest[] {
  return requests.map((request) => ({
    ...request,
    prefix: Math.min(request.prefix, ROOMY[request.id] ?? request.prefix),
  }));
}

interface Ranges {
  readonly primary: Range | undefined;
  readonly further: readonly Range[];
  readonly ranges: ReadonlyMap<string, Range>;
}

const NOTHING: Ranges = { primary: undefined, further: [], ranges: new Map() };

function ownRanges(
  environment: Environment,
  requests: readonly RangeRequest[],
  context: PlanContext,
): Ranges {
  const given = environment.network.cidr;
  const avoid = avoided(environment);
  if (given === undefined) {
    const found = freeFor(environment, roomy(requests), 16) ?? freeFor(environment, requests, 16);
    if (found === undefined) reportNoRoom(environment, context);
    return found ?? NOTHING;
  }
  const primary = parseRange(given);
  const whole = allocate([primary], roomy(requests)) ?? allocate([primary], requests);
  if (whole !== undefined) return { primary, further: [], ranges: whole };
  // Pods may be outside of the network's own range: other networks need not reach them.
  const others = allocate(
    [primary],
    requests.filter(({ id }) => id !== "pods"),
  );
  const pods = requests.find(({ id }) => id === "pods");
  const beyond = pods === undefined ? undefined : furtherBlock(pods.prefix, [primary, ...avoid]);
  if (others !== undefined && beyond !== undefined) {
    context.report(podsInFurtherRange, {
      path: ["network", "cidr"],
      message: `${given} has no room for all pods; they get addresses of ${formatRange(beyond)}.`,
      got: given,
      hint: "Give the network a larger range to keep everything in it.",
    });
    return { primary, further: [beyond], ranges: new Map([...others, ["pods", beyond]]) };
  }
  const needed = prefixFor(requests.reduce((sum, { prefix }) => sum + sizeOf(prefix), 0));
  context.report(networkTooSmall, {
    path: ["network", "cidr"],
    message: `${given} is too small: its nodes, services and file systems need a /${needed}.`,
    got: given,
    allowed: `/${needed} or larger`,
    hint: `Write a free /${needed}, or leave network.cidr to the planner.`,
  });
  return freeFor(environment, requests, 16) ?? NOTHING;
}

/** Ranges for what joins an existing network: beside what is known of it. */
function besideExisting(
  environment: Environment,
  requests: readonly RangeRequest[],
  context: PlanContext,
): Ranges {
  const known = existingNetwork(environment);
  const cidrs = [known?.cidr ?? null, ...(known?.subnets ?? []).map(({ cidr }) => cidr)];
  const found = freeFor(
    environment,
    requests,
    16,
    cidrs.flatMap((cidr) => (cidr === null ? [] : [parseRange(cidr)])),
  );
  if (found === undefined) reportNoRoom(environment, context);
  return found ?? NOTHING;
}

/** The smallest free range that holds everything. */
function freeFor(
  environment: Environment,
  requests: readonly RangeRequest[],
  smallest: number,
  also: readonly Range[] = [],
): Ranges | undefined {
  for (let prefix = smallest; prefix >= LARGEST; prefix -= 1) {
    const primary = freeNetwork(environment.name, prefix, [...avoided(environment), ...also]);
    const ranges = primary === undefined ? undefined : allocate([primary], requests);
    if (primary !== undefined && ranges !== undefined) return { primary, further: [], ranges };
  }
  return undefined;
}

function avoided({ network }: Environment): readonly Range[] {
  return network.avoid.map(parseRange);
}

function existing(
  environment: Environment,
  demand: GcpDemand,
  context: PlanContext,
): GcpNetworkPlan["existing"] {
  const found = existingNetwork(environment);
  if (found === null) return null;
  const [subnet] = found.subnets;
  const capacity = subnet?.cidr == null ? undefined : sizeOf(parseRange(subnet.cidr).prefix) - GCP_RESERVED;
  if (subnet !== undefined && capacity !== undefined && capacity < demand.nodes) {
    context.report(rangeTooSmall, {
      path: ["network", "existing", "subnets", 0],
      message: `${subnet.id} has ${capacity} usable addresses, and ${demand.nodes} are needed: nodes fail to start when they run out.`,
      got: capacity,
      allowed: `at least ${demand.nodes}`,
      hint: "Name a larger subnet.",
    });
  }
  return { ...found, podsRange: null, servicesRange: null };
}

function firewall(
  ranges: ReadonlyMap<string, Range>,
  peered: GcpRangePlan | null,
  { storage }: NetworkInput,
): readonly GcpFirewallRulePlan[] {
  const inside = ["nodes", "pods"].flatMap((id) => {
    const range = ranges.get(id);
    return range === undefined ? [] : [formatRange(range)];
  });
  const ports = storage.flatMap((plan) =>
    plan.product === "managed-lustre" && plan.existing === null ? [String(plan.port)] : [],
  );
  return [
    {
      id: "internal",
      sourceRanges: inside,
      allow: [
        { protocol: "tcp", ports: ["0-65535"] },
        { protocol: "udp", ports: ["0-65535"] },
        { protocol: "icmp", ports: [] },
      ],
      reason: "nodes and pods reach each other",
    },
    ...(peered === null || ports.length === 0
      ? []
      : [
          {
            id: "lustre",
            sourceRanges: [peered.cidr],
            allow: [{ protocol: "tcp" as const, ports: [...new Set(ports)] }],
            reason: "Lustre servers call their clients back",
          },
        ]),
  ];
}

function reportNoRoom({ network }: Environment, context: PlanContext): void {
  context.report(noFreeRange, {
    path: ["network", "avoid"],
    message: "network.avoid leaves no private range for the networks of the environment.",
    got: network.avoid,
    hint: "Free a range, or lower the most nodes of the pools.",
  });
}
