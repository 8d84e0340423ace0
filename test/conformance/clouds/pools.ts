import type { NodeGroupFact } from "../../../checks/index.ts";
import type { PoolOptionPlan, PoolPlan } from "../../../planner/plan/index.ts";
import type { CloudCheck } from "./cloud-check.ts";

export const pools: CloudCheck = {
  name: "pools = plan",
  title: "There is one group of nodes for each that the plan has, of its machine and size.",
  violations({ plan, facts }) {
    const machines = new Set(plan.pools.map(({ machine }) => machine));
    const planned = plan.pools.flatMap(plannedGroups).toSorted();
    const made = facts.nodeGroups
      .filter((group) => group.machines.some((machine) => machines.has(machine)))
      .map(madeGroup)
      .toSorted();
    if (planned.length === 0 && made.length === 0) return null;
    return JSON.stringify(planned) === JSON.stringify(made)
      ? []
      : [`planned ${planned.join(", ")}; made ${made.join(", ")}`];
  },
};

/** A provisioner's nodes belong to no group. */
function plannedGroups(pool: PoolPlan): readonly string[] {
  if (pool.provisioner === "karpenter") return [];
  return pool.options.flatMap(({ size, gcp, azure }) => {
    const scales = gcp === undefined ? (azure?.autoscaling ?? true) : gcp.autoscaling !== null;
    return (gcp?.nodePools ?? [{ size }]).map((one) => show(pool.machine, one.size, scales));
  });
}

function madeGroup({ machines, size }: NodeGroupFact): string {
  return show(machines[0] ?? "", size ?? { min: 0, desired: 0, max: 0 }, true);
}

/** Groups that scale show their bounds, others their count; AKS takes no upper bound below one. */
function show(machine: string, { min, desired, max }: PoolOptionPlan["size"], scales: boolean): string {
  return scales && min !== max ? `${machine} ${min} to ${Math.max(1, max)}` : `${machine} ${desired}`;
}
