import type { Machine } from "../../catalog/types.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import type { PlanContext } from "../context.ts";
import { expiryOf } from "../guardrails.ts";
import type { SystemPoolPlan } from "../plan/pool.ts";
import { gcpAddressesPerNode } from "../pools/gcp-pods.ts";
import { scheduleOf, sizeAt } from "../purchase/schedule.ts";
import { ALWAYS } from "../purchase/window.ts";
import { fewSystemMachines } from "./finding-kinds.ts";
import type { SystemPoolsInput } from "./index.ts";
import { type SystemSize, systemSize } from "./system-size.ts";

/** Zones that the nodes spread over. */
const ZONES = 3;
const MAX_PODS = 110;

/**
 * Small CPU nodes for DNS, controllers and gateways in several zones: a stock-out of a trivial machine must never cost
 * reserved ones. A node pool of GKE has one machine type: the cheapest that every zone offers. An existing cluster has
 * its own.
 */
export function planGcpSystemPools(
  environment: Environment,
  { pools, zones }: SystemPoolsInput,
  context: PlanContext,
): readonly SystemPoolPlan[] {
  if (environment.orchestration.existing !== undefined) return [];
  const { catalog, now } = context;
  const { region } = environment;
  const wish = systemSize(pools.reduce((sum, pool) => sum + pool.nodes, 0));
  const alike = catalog.cpuMachines("gcp").filter((machine) => suits(machine, wish, region));
  const chosenZones = systemZones(alike, zones, region);
  const [machine] = cheapestFirst(alike, chosenZones, region, context);
  if (machine === undefined || chosenZones.length < 2) {
    context.report(fewSystemMachines, {
      path: ["region"],
      message: `System nodes find ${machine === undefined ? "no machine type" : machine.name} in ${chosenZones.length} zones of ${region}.`,
      got: chosenZones,
      allowed: "one type and two zones or more",
      hint: "Choose a region with more zones in the catalog.",
    });
  }
  if (machine === undefined) return [];
  const nodes = Math.max(wish.nodes, chosenZones.length);
  const size = { min: nodes, desired: nodes, max: nodes * 2 };
  const expiresAt = expiryOf(environment, now);
  return [
    {
      name: "system",
      machines: [machine.name],
      arch: machine.arch,
      size: sizeAt(size, ALWAYS, now, expiresAt),
      zones: chosenZones,
      image: { type: "COS_CONTAINERD", release: null },
      labels: { "engineroom.dev/role": "system" },
      taints: [],
      disk: { type: "pd-balanced", sizeGiB: 100, iops: null, throughputMBps: null },
      maxPods: MAX_PODS,
      addressesPerNode: gcpAddressesPerNode(MAX_PODS),
      usdPerHourPerNode: catalog.machinePrice("gcp", machine.name, region)?.onDemand ?? null,
      schedule: scheduleOf(size, ALWAYS, now, expiresAt),
      maxUnavailable: 1,
      gcp: { nodePool: "system", imageType: "COS_CONTAINERD", autoscaling: true, secureBoot: true },
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

/** The pools' zones first, as far as they offer any of the machines. */
function systemZones(
  machines: readonly Machine[],
  preferred: readonly string[],
  region: string,
): readonly string[] {
  const offered = new Set(machines.flatMap((machine) => machine.offered[region] ?? []));
  const place = (zone: string): number =>
    preferred.includes(zone) ? preferred.indexOf(zone) : preferred.length;
  return [...offered].toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1)).slice(0, ZONES);
}

function cheapestFirst(
  machines: readonly Machine[],
  zones: readonly string[],
  region: string,
  { catalog }: PlanContext,
): readonly Machine[] {
  const usd = ({ name }: Machine): number =>
    catalog.machinePrice("gcp", name, region)?.onDemand ?? Number.MAX_VALUE;
  return machines
    .filter(({ offered }) => zones.every((zone) => offered[region]?.includes(zone)))
    .toSorted((a, b) => usd(a) - usd(b) || (a.name < b.name ? -1 : 1));
}
