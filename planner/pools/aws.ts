import { nearestNameHint } from "../../spec/nearest-name.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import { nodeAddresses } from "../addresses/aws/node-addresses.ts";
import type { PlanContext } from "../context.ts";
import { planFabric } from "../fabric/aws.ts";
import { expiryOf } from "../guardrails.ts";
import { imageFor } from "../images/index.ts";
import type { PoolPlan } from "../plan/pool.ts";
import { planOptions } from "../purchase/aws.ts";
import { checkReservedCapacity } from "../purchase/reserved-capacity.ts";
import { decideZones, type PlacedPool } from "../zones/aws.ts";
import { lifetimeOver, noDriverImage, regionUnknown, workloadsWithoutPool } from "./finding-kinds.ts";
import { nodeCounts } from "./node-counts.ts";
import { diskOf, labelsOf, sharingPods, taintsOf } from "./node-settings.ts";
import type { PlannedPools } from "./planned-pools.ts";
import { type ResolvedMachine, resolveMachine } from "./resolve-machine.ts";

type ResolvedPool = PlacedPool & ResolvedMachine;

/** Machine, zones, purchase options and node settings of every pool. A pool without a machine is left out, with a finding. */
export function planAwsPools(environment: Environment, context: PlanContext): PlannedPools {
  const expiresAt = expiryOf(environment, context.now);
  reportWhatNoPoolCanMend(environment, expiresAt, context);
  const resolved = environment.pools.flatMap((spec, index): readonly ResolvedPool[] => {
    const found = resolveMachine(spec, index, environment, context);
    return found === undefined ? [] : [{ spec, index, ...found }];
  });
  const { byPool, zones, reason } = decideZones(resolved, environment, context);
  const pools = resolved.map((pool) =>
    planPool(pool, byPool.get(pool.spec.name) ?? [], expiresAt, environment, context),
  );
  checkReservedCapacity(pools, environment, context);
  return { pools, zones: usedZones(zones, pools), zonesReason: reason };
}

function planPool(
  pool: ResolvedPool,
  zones: readonly string[],
  expiresAt: string | null,
  environment: Environment,
  context: PlanContext,
): PoolPlan {
  const { spec, index, machine } = pool;
  const { aws, region } = environment;
  const counts = nodeCounts(spec);
  const fabric = planFabric(spec, index, machine, context);
  const accelerator =
    machine.accelerator === null ? undefined : context.catalog.accelerator(machine.accelerator);
  const image = imageFor(machine, aws?.amiType, context.catalog);
  if (image.driverMajor === null && image.problem !== undefined) {
    context.report(noDriverImage, {
      path: ["pools", index, "machine"],
      message: `${spec.name}: ${image.problem}; nodes get ${image.type}, and something of yours must bring the driver.`,
      got: machine.name,
      hint: "Choose a machine with NVIDIA or AWS accelerators, or name an image in aws.amiType.",
    });
  }
  const pods = sharingPods(spec, machine, accelerator);
  const addresses = nodeAddresses(machine, fabric.interfaces, context.catalog, pods);
  return {
    name: spec.name,
    machine: machine.name,
    family: machine.family,
    arch: machine.arch,
    accelerator: machine.accelerator,
    acceleratorVendor: accelerator?.vendor ?? null,
    acceleratorsPerNode: machine.acceleratorCount,
    vcpusPerNode: machine.vcpus,
    memoryGiBPerNode: machine.memoryGiB,
    nodes: counts.max,
    minNodes: counts.min,
    elastic: counts.elastic,
    accelerators: counts.max * machine.acceleratorCount,
    provisioner: counts.elastic ? "karpenter" : "managed-node-group",
    fabric,
    options: planOptions(
      {
        pool,
        region,
        zones,
        fabric: fabric.kind !== "none",
        expiresAt,
        maxUnavailable: aws?.updateMaxUnavailable,
      },
      context,
    ),
    sharing: spec.sharing ?? null,
    labels: labelsOf(spec, accelerator, fabric),
    taints: taintsOf(spec, accelerator),
    disk: diskOf(spec, machine),
    localStorageGB: machine.localStorageGB,
    image: { type: image.type, release: aws?.amiReleaseVersion ?? null, driverMajor: image.driverMajor },
    maxPods: addresses.maxPods,
    addressesPerNode: addresses.total,
    chosenBecause: pool.because,
    rejected: pool.rejected,
  };
}

/** Zones of reservations may be others than those that the pools share. */
function usedZones(zones: readonly string[], pools: readonly PoolPlan[]): readonly string[] {
  return [...new Set([...zones, ...pools.flatMap((pool) => pool.options.flatMap((option) => option.zones))])];
}

function reportWhatNoPoolCanMend(
  environment: Environment,
  expiresAt: string | null,
  { catalog, now, report }: PlanContext,
): void {
  const { region, pools, workloads, lifetime } = environment;
  if (catalog.region("aws", region) === undefined) {
    report(regionUnknown, {
      path: ["region"],
      message: `The catalog knows no region ${region} of AWS.`,
      got: region,
      hint:
        nearestNameHint(
          region,
          catalog.regions("aws").map(({ name }) => name),
        ) ?? "Look it up with `engineroom catalog regions`.",
    });
  }
  workloads.forEach((work, index) => {
    if (pools.length > 0 || work.kind !== "data" || work.steps.every((step) => step.accelerators === 0))
      return;
    report(workloadsWithoutPool, {
      path: ["workloads", index, "steps"],
      message: `${work.name} has steps with accelerators, and there is no pool.`,
      hint: "Add a pool, for example: pools: [{ name: gpu, accelerator: l4, nodes: 1 }].",
    });
  });
  if (expiresAt !== null && Date.parse(expiresAt) <= now) {
    report(lifetimeOver, {
      path: ["lifetime"],
      message: `The lifetime ended at ${expiresAt}: every pool would stand at zero.`,
      got: lifetime,
      allowed: "a duration, or a time that is still to come",
      hint: "Give it a longer lifetime, or leave it out.",
    });
  }
}
