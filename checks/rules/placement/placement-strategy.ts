import { nearestName } from "../../../spec/nearest-name.ts";
import type { Check } from "../../check.ts";

const STRATEGIES = ["cluster", "partition", "spread"];

export const placementStrategy: Check = {
  code: "placement-strategy",
  severity: "error",
  title: "A placement group has a strategy that EC2 knows.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-strategies.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, strategy } of facts.placementGroups) {
      if (strategy === undefined || STRATEGIES.includes(strategy)) continue;
      const near = nearestName(strategy, STRATEGIES);
      yield {
        severity: near === undefined ? "warning" : "error",
        path: at,
        message: `Placement group ${name} has the strategy "${strategy}"; known are ${STRATEGIES.join(", ")}.`,
        got: strategy,
        allowed: STRATEGIES,
        hint: near === undefined ? "Use cluster for nodes that talk over EFA." : `Did you mean ${near}?`,
      };
    }
  },
};
