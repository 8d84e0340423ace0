import type { Environment } from "../../../spec/schema/environment.ts";
import type { EndpointPlan, PoolPlan } from "../../plan/index.ts";

/**
 * What a node needs to join and to fetch images without the internet.
 * https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html
 */
const JOINING = ["ec2", "ecr.api", "ecr.dkr", "eks-auth"] as const;

/** Zones of an internet-facing load balancer at least. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html */
const LOAD_BALANCER_ZONES = 2;

/** One NAT gateway for pools in a single zone; else one in each of their zones, so that no zone hangs on another. */
export function natZones(environment: Environment, zones: readonly string[]): readonly string[] {
  const wish = environment.aws?.natGateways ?? (zones.length <= 1 ? "one" : "per-zone");
  return wish === "one" ? zones.slice(0, 1) : zones;
}

/** Zones with a public subnet: those of the NAT gateways, and two where something is exposed to the outside. */
export function publicZones(
  environment: Environment,
  nats: readonly string[],
  all: readonly string[],
): readonly string[] {
  if (exposed(environment) === 0) return nats;
  const more = all.filter((zone) => !nats.includes(zone));
  return [...nats, ...more.slice(0, Math.max(0, LOAD_BALANCER_ZONES - nats.length))];
}

/** Workloads that the internet reaches: each has a load balancer in public subnets. Where the policy allows none, the gateway is internal. */
export function exposed({ workloads, policy }: Environment): number {
  if (!policy.publicEndpoints) return 0;
  return workloads.filter((workload) => workload.kind === "serving" && workload.expose !== undefined).length;
}

/**
 * Ways to AWS services inside the network. S3 always: its gateway is free, and layers of images and data come through it.
 * Interface endpoints cost an hourly price a zone. Everything works through the NAT gateway without them, so they are
 * planned only where nodes work as one: there, one node that cannot join for want of a NAT gateway idles all others.
 */
export function planEndpoints(environment: Environment, pools: readonly PoolPlan[]): readonly EndpointPlan[] {
  const gang = pools.some(({ fabric, nodes }) => fabric.kind !== "none" && nodes > 1);
  const asked = (environment.aws?.interfaceEndpoints ?? []).filter((service) => service !== "s3");
  const services = new Set([...(gang ? JOINING : []), ...asked]);
  return [
    { service: "s3", type: "gateway" },
    ...[...services].map((service): EndpointPlan => ({ service, type: "interface" })),
  ];
}
