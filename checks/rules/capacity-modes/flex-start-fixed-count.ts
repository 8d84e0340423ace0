import type { Check } from "../../check.ts";

export const flexStartFixedCount: Check = {
  code: "flex-start-fixed-count",
  severity: "error",
  title: "Flex-start and queued nodes come from the autoscaler and begin at zero.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/how-to/provisioningrequest",
  clouds: ["gcp"],
  *violations({ nodeGroups }) {
    for (const { at, name, gcp, size } of nodeGroups) {
      const mode = gcp?.flexStart === true ? "flex-start" : gcp?.queued === true ? "queued" : undefined;
      if (mode === undefined) continue;
      const fixed = gcp?.autoscaled === false;
      const min = size?.min ?? 0;
      if (!fixed && min === 0) continue;
      yield {
        path: at,
        message: fixed
          ? `${name} is ${mode} and has a fixed number of nodes: its nodes exist only for the work that asked for them.`
          : `${name} is ${mode} and keeps at least ${min} nodes: its nodes exist only for the work that asked for them.`,
        got: fixed ? "a fixed count" : min,
        allowed: "an autoscaled pool with a minimum of 0",
        hint: "Turn autoscaling on and set the minimum to 0.",
      };
    }
  },
};
