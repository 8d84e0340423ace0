import type { Occurrence, Path } from "../finding.ts";
import { formatPath } from "../path.ts";
import type { Draft } from "../validation/draft.ts";
import type { Rule } from "./rule.ts";

type Range = number | Draft<{ readonly min: number; readonly max: number }> | undefined;

/** Autoscalers refuse such a range when they are created, late. */
export const minAboveMax: Rule = {
  code: "min-above-max",
  severity: "error",
  title: "The least number of nodes or replicas is not above the most.",
  source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html",
  violations: ({ pools, workloads }) => [
    ...(pools ?? []).flatMap((pool, index) => crossed(pool?.nodes, ["pools", index, "nodes"])),
    ...(workloads ?? []).flatMap((workload, index) =>
      workload?.kind === "serving" ? crossed(workload.replicas, ["workloads", index, "replicas"]) : [],
    ),
  ],
};

function crossed(range: Range, path: Path): readonly Occurrence[] {
  if (typeof range !== "object" || range.min === undefined || range.max === undefined) return [];
  if (range.min <= range.max) return [];
  return [
    {
      path: [...path, "min"],
      message: `${formatPath(path)}.min is ${range.min}, above max (${range.max}).`,
      got: range.min,
      allowed: `at most ${range.max}`,
      hint: `Write { min: ${range.max}, max: ${range.min} }, or one number for a fixed size.`,
    },
  ];
}
