import type { Environment } from "../../../spec/schema/environment.ts";
import type { PlanContext } from "../../context.ts";
import type { ExistingSubnet, PoolPlan } from "../../plan/index.ts";
import { type ExistingNetwork, reachedZones } from "../existing-network.ts";
import {
  clusterZones,
  efaAcrossSubnets,
  rangeTooSmall,
  subnetMissingInZone,
  subnetSizeUnknown,
  subnetsAllPublic,
  subnetZoneUnknown,
} from "../finding-kinds.ts";
import { parseRange, sizeOf } from "../ipv4.ts";
import type { ZoneDemand } from "./demand.ts";
import { AWS_RESERVED } from "./subnets.ts";

/** What an existing network must have room for. */
export interface ExistingNeeds {
  readonly demands: readonly ZoneDemand[];
  /** Zones that nodes start in. */
  readonly zones: readonly string[];
  readonly pools: readonly PoolPlan[];
}

/** Compares what is needed with what is known of the network. Nothing of it is looked up, and nothing is changed. */
export function checkExisting(
  existing: ExistingNetwork,
  { demands, zones, pools }: ExistingNeeds,
  environment: Environment,
  context: PlanContext,
): void {
  const path = ["network", "existing", "subnets"];
  const subnets = existing.subnets.filter((subnet) => !subnet.public);
  if (subnets.length === 0) {
    context.report(subnetsAllPublic, {
      path,
      message: `All ${existing.subnets.length} subnets of ${existing.vpc} are public; a node with several interfaces can have no public address.`,
      got: existing.subnets.map(({ id }) => id),
      hint: "Name private subnets that reach the internet through a NAT gateway.",
    });
    return;
  }
  reportUnknown(existing, context);
  const known = reachedZones(environment);
  if (known === undefined) {
    if (subnets.length > 1) reportFabric(pools, subnets, context);
    return;
  }
  reportMissing(known, zones, context);
  if (known.length < 2 && environment.orchestration.existing === undefined) {
    context.report(clusterZones, {
      path,
      message: `The private subnets are in ${known.join(", ")} alone; EKS wants two zones for the control plane, also where all nodes are in one.`,
      got: known,
      allowed: "two zones or more",
      hint: "Name a second private subnet, in another zone; a small one is enough.",
    });
  }
  for (const demand of demands) reportSmall(subnets, demand, context);
}

function reportUnknown(existing: ExistingNetwork, context: PlanContext): void {
  existing.subnets.forEach(({ id, zone, cidr, public: open }, index) => {
    const path = ["network", "existing", "subnets", index];
    if (open) return;
    if (zone === null) {
      context.report(subnetZoneUnknown, {
        path,
        message: `The zone of ${id} is not given, so whether machines are offered there was not checked.`,
        got: id,
        hint: `Write { id: ${id}, zone: … } with the zone id: aws ec2 describe-subnets --subnet-ids ${id} --query 'Subnets[].AvailabilityZoneId'`,
      });
    }
    if (cidr === null) {
      context.report(subnetSizeUnknown, {
        path,
        message: `The address range of ${id} is not given, so whether it is large enough was not checked.`,
        got: id,
        hint: "Add its cidr.",
      });
    }
  });
}

/** With unknown zones a pool's nodes may start in any subnet, and then not all reach each other over EFA. */
function reportFabric(
  pools: readonly PoolPlan[],
  subnets: readonly ExistingSubnet[],
  context: PlanContext,
): void {
  for (const { name } of pools.filter(({ fabric }) => fabric.kind !== "none")) {
    context.report(efaAcrossSubnets, {
      path: ["network", "existing", "subnets"],
      message: `${name} works as one over EFA, and whether its nodes start in one zone cannot be seen: the zones of ${subnets.length} subnets are not all given.`,
      got: subnets.map(({ id }) => id),
      allowed: "subnets with their zones",
      hint: "Add the zone to every subnet, and the planner keeps the pool to one.",
    });
  }
}

function reportMissing(known: readonly string[], zones: readonly string[], context: PlanContext): void {
  for (const zone of zones.filter((each) => !known.includes(each))) {
    context.report(subnetMissingInZone, {
      path: ["network", "existing", "subnets"],
      message: `Nodes are to start in ${zone}, and the private subnets are in ${known.join(", ")}.`,
      got: known,
      allowed: zone,
      hint: `Name a private subnet in ${zone}, or let the pools use ${known.join(" or ")}.`,
    });
  }
}

/** Only where the ranges of all subnets of the zone are known. How many addresses are taken already is not known. */
function reportSmall(subnets: readonly ExistingSubnet[], demand: ZoneDemand, context: PlanContext): void {
  const here = subnets.filter(({ zone }) => zone === demand.zone);
  const ranges = here.flatMap(({ cidr }) => (cidr === null ? [] : [parseRange(cidr)]));
  if (ranges.length === 0 || ranges.length < here.length) return;
  const capacity = ranges.reduce((sum, { prefix }) => sum + sizeOf(prefix) - AWS_RESERVED, 0);
  const needed = demand.single + demand.prefixes * 16;
  if (needed <= capacity) return;
  context.report(rangeTooSmall, {
    path: ["network", "existing", "subnets"],
    message: `The subnets in ${demand.zone} (${here.map(({ id }) => id).join(", ")}) have ${capacity} usable addresses, and ${needed} are needed: nodes fail to start when they run out.`,
    got: capacity,
    allowed: `at least ${needed}`,
    hint: "Name a larger subnet, or a further one in the same zone.",
  });
}
