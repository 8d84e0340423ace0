import type { Environment } from "../../spec/schema/environment.ts";
import type { PlanContext } from "../context.ts";
import { infinibandOf, planAzureFabric } from "../fabric/azure.ts";
import { expiryOf } from "../guardrails.ts";
import { AZURE_OS_SKU, azureDriver, rackNodes } from "../images/azure.ts";
import type { AzurePoolPlan } from "../plan/azure.ts";
import type { PoolPlan } from "../plan/pool.ts";
import { planAzureOptions } from "../purchase/azure.ts";
import { checkReservedCapacity } from "../purchase/reserved-capacity.ts";
import type { PlacedPool } from "../zones/aws.ts";
import { decideAzureZones } from "../zones/azure.ts";
import { agentPoolNames } from "./azure-agent-pool-name.ts";
import { azureDisk } from "./azure-disk.ts";
import { gpuInstanceProfile } from "./azure-mig.ts";
import { azureProvisioner } from "./azure-provisioner.ts";
import { reportEnvironment } from "./environment-findings.ts";
import { nodeCounts } from "./node-counts.ts";
import { labelsOf, sharingPods, taintsOf } from "./node-settings.ts";
import type { PlannedPools } from "./planned-pools.ts";
import { type ResolvedMachine, resolveMachine } from "./resolve-machine.ts";

type ResolvedPool = PlacedPool & ResolvedMachine;

interface PoolInput {
  readonly zones: readonly string[];
  readonly expiresAt: string | null;
  readonly environment: Environment;
}

/** Pods of a node: what an overlay node holds at most, and what is planned unless accelerators are shared by more. */
const PODS = 110;
const MOST_PODS = 250;

/** Machine, zones, purchase options and node settings of every pool. A pool without a machine is left out, with a finding. */
export function planAzurePools(environment: Environment, context: PlanContext): PlannedPools {
  const expiresAt = expiryOf(environment, context.now);
  reportEnvironment(environment, expiresAt, context);
  const resolved = environment.pools.flatMap((spec, index): readonly ResolvedPool[] => {
    const found = resolveMachine(spec, index, environment, context);
    return found === undefined ? [] : [{ spec, index, ...found }];
  });
  const { byPool, zones, reason } = decideAzureZones(resolved, environment, context);
  const unnamed = resolved.map((pool) =>
    planPool(pool, { zones: byPool.get(pool.spec.name) ?? [], expiresAt, environment }, context),
  );
  const pools = withAgentPoolNames(unnamed);
  checkReservedCapacity(pools, environment, context);
  const used = pools.flatMap((pool) => pool.options.flatMap((option) => option.zones));
  return { pools, zones: [...new Set([...zones, ...used])], zonesReason: reason };
}

function planPool(pool: ResolvedPool, input: PoolInput, context: PlanContext): PoolPlan {
  const { spec, index, machine } = pool;
  const { catalog } = context;
  const { environment, zones, expiresAt } = input;
  const counts = nodeCounts(spec);
  const accelerator = machine.accelerator === null ? undefined : catalog.accelerator(machine.accelerator);
  const fabric = planAzureFabric(spec, index, machine, context);
  const wired = fabric.kind !== "none";
  const { driverMajor, ...driver } = azureDriver({ machine, fabric: wired }, catalog);
  const { disk, ...osDisk } = azureDisk(spec.diskGiB, machine, catalog);
  const rack = rackNodes(machine.fabric.layout, catalog);
  const expires = expiresAt !== null;
  const azure: AzurePoolPlan = {
    osSku: AZURE_OS_SKU,
    ...driver,
    ...osDisk,
    gpuInstanceProfile: gpuInstanceProfile(spec, index, context),
    infiniband: infinibandOf(fabric, machine, catalog),
    rack: rack === null ? null : { nodes: rack, racks: Math.ceil(counts.max / rack) },
  };
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
    provisioner: azureProvisioner({ spec, machine, fabric: wired, driverOwner: driver.driverOwner, expires }),
    fabric,
    options: planAzureOptions(
      { pool, region: environment.region, zones, fabric: wired, expiresAt, environment: environment.name },
      context,
    ),
    sharing: spec.sharing ?? null,
    labels: labelsOf(spec, accelerator, fabric),
    taints: taintsOf(spec, accelerator),
    disk,
    localStorageGB: machine.localStorageGB,
    image: { type: AZURE_OS_SKU, release: null, driverMajor },
    maxPods: Math.min(MOST_PODS, Math.max(PODS, sharingPods(spec, machine, accelerator))),
    addressesPerNode: 1,
    chosenBecause: pool.because,
    rejected: pool.rejected,
    azure,
  };
}

/** Names are unique in the cluster, so they are given when every option is known. */
function withAgentPoolNames(pools: readonly PoolPlan[]): readonly PoolPlan[] {
  const names = agentPoolNames(pools.flatMap((pool) => pool.options.map(({ id }) => id)));
  return pools.map((pool) => ({
    ...pool,
    options: pool.options.map((option) =>
      option.azure === undefined
        ? option
        : { ...option, azure: { ...option.azure, agentPool: names.get(option.id) ?? "" } },
    ),
  }));
}
