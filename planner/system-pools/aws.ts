import type { Machine } from "../../catalog/types.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import { nodeAddresses } from "../addresses/aws/node-addresses.ts";
import { reachedZones } from "../addresses/existing-network.ts";
import type { PlanContext } from "../context.ts";
import { expiryOf } from "../guardrails.ts";
import { imageFor } from "../images/index.ts";
import type { SystemPoolPlan } from "../plan/pool.ts";
import { scheduleOf, sizeAt } from "../purchase/schedule.ts";
import { ALWAYS } from "../purchase/window.ts";
import { fewSystemMachines } from "./finding-kinds.ts";
import type { SystemPoolsInput } from "./index.ts";

/** Zones that the group spreads over, and types that may stand in for each other. */
const ZONES = 3;
const TYPES = 6;

/** How large system nodes are, and how many stand at once, by the number of nodes that their controllers watch. */
interface SystemSize {
  readonly upToNodes: number;
  readonly vcpus: number;
  readonly memoryGiB: number;
  readonly nodes: number;
}

/** Controllers hold what they watch in memory: the more nodes and pods, the larger. */
const SIZES: readonly SystemSize[] = [
  { upToNodes: 4, vcpus: 2, memoryGiB: 8, nodes: 2 },
  { upToNodes: 100, vcpus: 4, memoryGiB: 16, nodes: 2 },
  { upToNodes: 500, vcpus: 8, memoryGiB: 32, nodes: 3 },
  { upToNodes: Number.POSITIVE_INFINITY, vcpus: 16, memoryGiB: 64, nodes: 3 },
];

/**
 * Small CPU nodes for DNS, controllers and gateways, in several zones and of several types: a stock-out of a trivial
 * machine must never cost a reserved one. An existing cluster has its own.
 */
export function planAwsSystemPools(
  environment: Environment,
  { pools, zones }: SystemPoolsInput,
  context: PlanContext,
): readonly SystemPoolPlan[] {
  if (environment.orchestration.existing !== undefined) return [];
  const { catalog, now } = context;
  const nodes = pools.reduce((sum, pool) => sum + pool.nodes, 0);
  const wish = SIZES.find(({ upToNodes }) => nodes <= upToNodes);
  if (wish === undefined) return [];
  const alike = catalog.cpuMachines("aws").filter((machine) => suits(machine, wish, environment.region));
  const chosenZones = systemZones(alike, zones, environment);
  const machines = cheapestIn(chosenZones, alike, environment, context);
  if (machines.length < 2 || chosenZones.length < 2)
    reportFew(machines.length, chosenZones, environment, context);
  const [first] = machines;
  if (first === undefined) return [];
  const size = { min: wish.nodes, desired: wish.nodes, max: wish.nodes * 2 };
  const addresses = nodeAddresses(first, [], catalog);
  const expiresAt = expiryOf(environment, now);
  return [
    {
      name: "system",
      machines: machines.map(({ name }) => name),
      arch: first.arch,
      size: sizeAt(size, ALWAYS, now, expiresAt),
      zones: chosenZones,
      image: {
        type: imageFor(first, undefined, catalog).type,
        release: environment.aws?.amiReleaseVersion ?? null,
      },
      labels: { "engineroom.dev/role": "system" },
      taints: [],
      disk: { type: "gp3", sizeGiB: 80, iops: null, throughputMBps: null },
      maxPods: Math.min(...machines.map((machine) => nodeAddresses(machine, [], catalog).maxPods)),
      addressesPerNode: addresses.total,
      usdPerHourPerNode: catalog.machinePrice("aws", first.name, environment.region)?.onDemand ?? null,
      schedule: scheduleOf(size, ALWAYS, now, expiresAt),
      maxUnavailable: 1,
    },
  ];
}

function suits(machine: Machine, wish: SystemSize, region: string): boolean {
  return (
    machine.arch === "x86_64" &&
    machine.status !== "retired" &&
    machine.unknown.length === 0 &&
    machine.vcpus === wish.vcpus &&
    machine.memoryGiB === wish.memoryGiB &&
    Object.hasOwn(machine.offered, region)
  );
}

/** The pools' zones first, then those that offer most types; only those that an existing network reaches. */
function systemZones(
  machines: readonly Machine[],
  preferred: readonly string[],
  environment: Environment,
): readonly string[] {
  const reached = reachedZones(environment);
  const offers = new Map<string, number>();
  for (const { offered } of machines) {
    for (const zone of offered[environment.region] ?? []) offers.set(zone, (offers.get(zone) ?? 0) + 1);
  }
  const place = (zone: string): number =>
    preferred.includes(zone) ? preferred.indexOf(zone) : preferred.length;
  return [...offers.keys()]
    .filter((zone) => reached === undefined || reached.includes(zone))
    .toSorted(
      (a, b) => place(a) - place(b) || (offers.get(b) ?? 0) - (offers.get(a) ?? 0) || (a < b ? -1 : 1),
    )
    .slice(0, ZONES);
}

/** Types that every zone offers, those of today first, then by price: EKS tries them in this order. */
function cheapestIn(
  zones: readonly string[],
  machines: readonly Machine[],
  { region }: Environment,
  { catalog }: PlanContext,
): readonly Machine[] {
  const price = ({ name }: Machine): number =>
    catalog.machinePrice("aws", name, region)?.onDemand ?? Number.MAX_VALUE;
  return machines
    .filter(({ offered }) => zones.every((zone) => offered[region]?.includes(zone)))
    .map((machine) => ({ machine, usd: price(machine) }))
    .toSorted(
      (a, b) =>
        Number(a.machine.status !== "current") - Number(b.machine.status !== "current") ||
        a.usd - b.usd ||
        (a.machine.name < b.machine.name ? -1 : 1),
    )
    .slice(0, TYPES)
    .map(({ machine }) => machine);
}

function reportFew(
  types: number,
  zones: readonly string[],
  { region, network }: Environment,
  { report }: PlanContext,
): void {
  report(fewSystemMachines, {
    path: network.existing === undefined ? ["region"] : ["network", "existing", "subnets"],
    message: `System nodes find ${types} machine types in ${zones.length} zones of ${region}${zones.length === 0 ? "" : ` (${zones.join(", ")})`}.`,
    got: zones,
    allowed: "two types and two zones or more",
    hint:
      network.existing === undefined
        ? "Choose a region with more zones in the catalog."
        : "Name private subnets in two zones that offer system machines.",
  });
}
