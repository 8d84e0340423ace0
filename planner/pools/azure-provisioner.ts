import type { Machine } from "../../catalog/types.ts";
import type { PoolSpec } from "../../spec/schema/pool.ts";
import type { PoolPlan } from "../plan/pool.ts";
import { nodeCounts } from "./node-counts.ts";

export interface AzureProvisionerInput {
  readonly spec: PoolSpec;
  readonly machine: Machine;
  /** Whether the nodes work as one over InfiniBand: then they are one scale set. */
  readonly fabric: boolean;
  readonly driverOwner: "aks" | "gpu-operator" | "amd-gpu-operator" | null;
  readonly expires: boolean;
}

/**
 * Node provisioning makes the nodes of an elastic pool where it can: with several ways of buying it falls back by
 * itself. It has no scale set, so nothing that Azure ties to one: capacity reservations, accelerator partitions, a
 * highest spot price, InfiniBand. A pool that must stand at zero at the end of the environment is an agent pool too,
 * because the resource manager cannot lower what a provisioner makes.
 * https://learn.microsoft.com/azure/aks/node-auto-provisioning
 */
export function azureProvisioner(input: AzureProvisionerInput): PoolPlan["provisioner"] {
  return nodeCounts(input.spec).elastic && rules.every((rule) => rule(input)) ? "karpenter" : "agent-pool";
}

const rules: readonly ((input: AzureProvisionerInput) => boolean)[] = [
  ({ expires }) => !expires,
  ({ fabric }) => !fabric,
  ({ driverOwner }) => driverOwner === "aks",
  ({ machine }) => machine.acceleratorCount >= 1,
  ({ spec }) => spec.sharing?.kind !== "mig",
  ({ spec }) => spec.placement !== "cluster",
  ({ spec }) =>
    spec.purchase.every(
      (purchase) =>
        purchase.kind === "on-demand" || (purchase.kind === "spot" && purchase.maxUsdPerHour === undefined),
    ),
];
