import type { Check } from "../../check.ts";

const SECONDS_PER_DAY = 86_400;

export const flexStartRun: Check = {
  code: "flex-start-run",
  severity: "error",
  title: "A flex-start node runs for seven days at most.",
  source: "https://docs.cloud.google.com/kubernetes-engine/docs/concepts/dws",
  clouds: ["gcp"],
  *violations({ nodeGroups }, catalog) {
    const days = catalog.limit("gcp", "gcp-flex-start-days")?.value;
    if (days === undefined) return;
    const longest = days * SECONDS_PER_DAY;
    for (const { at, name, gcp } of nodeGroups) {
      const seconds = gcp?.maxRunSeconds;
      if (seconds === undefined || seconds <= longest) continue;
      if (gcp?.flexStart !== true && gcp?.queued !== true) continue;
      yield {
        path: at,
        message: `${name} lets nodes run for ${seconds} s, and ${longest} s are the most.`,
        got: seconds,
        allowed: `at most ${longest} s`,
        hint: `Set maxRun to ${days}d or less, and checkpoint before it ends.`,
      };
    }
  },
};
