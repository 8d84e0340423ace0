import type { Machine } from "../../catalog/types.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import type { PlanContext } from "../context.ts";
import { expiryOf } from "../guardrails.ts";
import { AZURE_OS_SKU } from "../images/azure.ts";
import type { SystemPoolPlan } from "../plan/pool.ts";
import { scheduleOf, sizeAt } from "../purchase/schedule.ts";
import { ALWAYS } from "../purchase/window.ts";
import { fewSystemMachines } from "./finding-kinds.ts";
import type { SystemPoolsInput } from "./index.ts";
import { systemSize } from "./system-size.ts";

/** One agent pool has one size: a second one, of another series, grows where the first finds no room. */
const POOLS = ["system", "spare"] as const;

/**
 * Small CPU nodes for DNS, controllers and gateways, in every zone of the region. AKS always keeps a system pool, so the
 * first has nodes from the beginning; the spare one stands at zero until pods wait. An existing cluster has its own.
 * https://learn.microsoft.com/azure/aks/use-system-pools
 */
export function planAzureSystemPools(
  environment: Environment,
  { pools }: SystemPoolsInput,
  context: PlanContext,
): readonly SystemPoolPlan[] {
  if (environment.orchestration.existing !== undefined) return [];
  const { catalog } = context;
  const wish = systemSize(pools.reduce((sum, pool) => sum + pool.nodes, 0));
  const machines = oneOfEachSeries(
    catalog
      .cpuMachines("azure")
      .filter(
        (machine) =>
          machine.arch === "x86_64" &&
          machine.status === "current" &&
          machine.vcpus === wish.vcpus &&
          machine.memoryGiB === wish.memoryGiB &&
          Object.hasOwn(machine.offered, environment.region),
      ),
    environment,
    context,
  );
  const zones = catalog.region("azure", environment.region)?.zones ?? [];
  if (machines.length < POOLS.length) reportFew(machines.length, environment, context);
  return POOLS.flatMap((name, index) => {
    const machine = machines[index];
    if (machine === undefined) return [];
    const most = wish.nodes * 2;
    const least = index === 0 ? wish.nodes : 0;
    return [
      systemPool(name, machine, { min: least, desired: least, max: most }, zones, environment, context),
    ];
  });
}

function systemPool(
  name: (typeof POOLS)[number],
  machine: Machine,
  size: SystemPoolPlan["size"],
  zones: readonly string[],
  environment: Environment,
  { catalog, now }: PlanContext,
): SystemPoolPlan {
  const expiresAt = expiryOf(environment, now);
  const first = name === "system";
  return {
    name,
    machines: [machine.name],
    arch: machine.arch,
    // AKS refuses a cluster without a node in its system pool: only the spare pool can stand at zero.
    size: first ? size : sizeAt(size, ALWAYS, now, expiresAt),
    zones,
    image: { type: AZURE_OS_SKU, release: null },
    labels: { "engineroom.dev/role": "system" },
    taints: [],
    disk: { type: "premium-ssd", sizeGiB: 128, iops: null, throughputMBps: null },
    maxPods: 110,
    addressesPerNode: 1,
    usdPerHourPerNode: catalog.machinePrice("azure", machine.name, environment.region)?.onDemand ?? null,
    schedule: first ? [] : scheduleOf(size, ALWAYS, now, expiresAt),
    maxUnavailable: 1,
    azure: {
      agentPool: name,
      mode: first ? "System" : "User",
      osSku: AZURE_OS_SKU,
      osDiskType: "Managed",
      availabilityZones: zones,
    },
  };
}

/** The cheapest machine of each series, cheapest first. */
function oneOfEachSeries(
  machines: readonly Machine[],
  { region }: Environment,
  { catalog }: PlanContext,
): readonly Machine[] {
  const price = ({ name }: Machine): number =>
    catalog.machinePrice("azure", name, region)?.onDemand ?? Number.MAX_VALUE;
  const sorted = machines.toSorted((a, b) => price(a) - price(b) || (a.name < b.name ? -1 : 1));
  return sorted.filter(({ family }, index) => sorted.findIndex((one) => one.family === family) === index);
}

function reportFew(found: number, { region }: Environment, { report }: PlanContext): void {
  report(fewSystemMachines, {
    path: ["region"],
    message: `System nodes find ${found} machine types in ${region}.`,
    got: found,
    allowed: "two types or more",
    hint: "Choose a region with more machines in the catalog.",
  });
}
