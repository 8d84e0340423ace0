import { formatPath } from "../path.ts";
import { durationMinutes } from "../schema/primitives.ts";
import type { Rule } from "./rule.ts";

/** A block that ends before it begins would never have nodes. */
export const purchaseEndsBeforeStart: Rule = {
  code: "purchase-ends-before-start",
  severity: "error",
  title: "A purchase option ends after it begins.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-capacity-blocks.html",
  violations: ({ pools }) =>
    (pools ?? []).flatMap((pool, index) =>
      (pool?.purchase ?? []).flatMap((option, position) => {
        if (option === undefined || !("start" in option) || !("end" in option)) return [];
        const { start, end } = option;
        if (start === undefined || end === undefined || Date.parse(end) > Date.parse(start)) return [];
        const path = ["pools", index, "purchase", position, "end"];
        return [
          {
            path,
            message: `${formatPath(path)} is ${end}, not after its start ${start}.`,
            got: end,
            allowed: `after ${start}`,
            hint: "Compare both with the dates of the reservation.",
          },
        ];
      }),
    ),
};

const LONGEST_MINUTES = 7 * 24 * 60;

/** Flex-start nodes are taken back after seven days at the latest. */
export const flexStartTooLong: Rule = {
  code: "flex-start-too-long",
  severity: "error",
  title: "A flex-start node runs for at most seven days.",
  source: "https://cloud.google.com/kubernetes-engine/docs/concepts/dws",
  violations: ({ pools }) =>
    (pools ?? []).flatMap((pool, index) =>
      (pool?.purchase ?? []).flatMap((option, position) => {
        if (option?.kind !== "flex-start" || option.maxRun === undefined) return [];
        if (durationMinutes(option.maxRun) <= LONGEST_MINUTES) return [];
        const path = ["pools", index, "purchase", position, "maxRun"];
        return [
          {
            path,
            message: `${formatPath(path)} is ${option.maxRun}; flex-start nodes run for at most 7d.`,
            got: option.maxRun,
            allowed: "at most 7d",
            hint: "Write 7d and let the work continue from its checkpoint, or use calendar.",
          },
        ];
      }),
    ),
};
