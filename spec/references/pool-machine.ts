import { formatPath } from "../path.ts";
import type { Rule } from "./rule.ts";

const source = "docs/environment-file.md";

/** Nothing can be chosen for a pool that says neither. */
export const poolWithoutMachine: Rule = {
  code: "pool-without-machine",
  severity: "error",
  title: "A pool says its machine or its accelerator.",
  source,
  violations: ({ pools }) =>
    (pools ?? []).flatMap((pool, index) =>
      pool === undefined || pool.machine !== undefined || pool.accelerator !== undefined
        ? []
        : [
            {
              path: ["pools", index],
              message: `${formatPath(["pools", index])} (${pool.name ?? "without a name"}) says neither machine nor accelerator.`,
              allowed: "machine or accelerator",
              hint: "Write accelerator: h100 to let the planner choose, or machine: p5.48xlarge to choose yourself.",
            },
          ],
    ),
};

/** Two answers to one question: they can disagree, and then the file lies. */
export const poolMachineTwice: Rule = {
  code: "pool-machine-twice",
  severity: "error",
  title: "A pool says its machine or its accelerator, not both.",
  source,
  violations: ({ pools }) =>
    (pools ?? []).flatMap((pool, index) =>
      pool?.machine === undefined || pool.accelerator === undefined
        ? []
        : [
            {
              path: ["pools", index, "accelerator"],
              message: `${formatPath(["pools", index])} says both machine (${pool.machine}) and accelerator (${pool.accelerator}).`,
              got: pool.accelerator,
              allowed: "machine or accelerator",
              hint: "Remove accelerator to keep the machine, or remove machine to let the planner choose.",
            },
          ],
    ),
};
