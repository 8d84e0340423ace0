import type { CfnNodegroup } from "aws-cdk-lib/aws-eks";
import type { Taint } from "../../planner/plan/pool.ts";

const effects: Readonly<Record<Taint["effect"], string>> = {
  NoSchedule: "NO_SCHEDULE",
  PreferNoSchedule: "PREFER_NO_SCHEDULE",
  NoExecute: "NO_EXECUTE",
};

/** Taints in EKS's spelling. */
export function eksTaints(taints: readonly Taint[]): CfnNodegroup.TaintProperty[] | undefined {
  if (taints.length === 0) return undefined;
  return taints.map(({ key, value, effect }) => ({
    key,
    value: value === "" ? undefined : value,
    effect: effects[effect],
  }));
}

/** Sizes in EKS's spelling. A group at zero still needs a maximum of at least one. */
export function scaling(size: {
  readonly min: number;
  readonly desired: number;
  readonly max: number;
}): CfnNodegroup.ScalingConfigProperty {
  return { minSize: size.min, desiredSize: size.desired, maxSize: Math.max(1, size.max) };
}

/**
 * Replaces nodes that the monitoring agent finds broken, no more at a time than an update may take away.
 * https://docs.aws.amazon.com/eks/latest/userguide/node-health.html
 */
export function repair(maxUnavailable: number): CfnNodegroup.NodeRepairConfigProperty {
  return { enabled: true, maxParallelNodesRepairedCount: maxUnavailable };
}
