import type { Rule } from "./rule.ts";

/** An environment without pools and work costs money and does nothing. */
export const nothingToBuild: Rule = {
  code: "nothing-to-build",
  severity: "error",
  title: "An environment has at least one pool or one workload.",
  source: "docs/environment-file.md",
  violations: ({ pools, workloads }) =>
    pools?.length === 0 && workloads?.length === 0
      ? [
          {
            path: ["pools"],
            message: "There is neither a pool nor a workload.",
            allowed: "at least one pool or one workload",
            hint: "Add a pool, for example: pools: [{ name: train, accelerator: h100, nodes: 1 }].",
          },
        ]
      : [],
};
