import type { OrchestrationSpec } from "../schema/orchestration.ts";
import type { Rule } from "./rule.ts";

const UNAVAILABLE: Readonly<Record<OrchestrationSpec["kind"], string | undefined>> = {
  kubernetes: undefined,
  slurm: "Slurm",
  managed: "the cloud's own training service",
};

/** The format has the word; nothing stands behind it yet. */
export const notBuiltYet: Rule = {
  code: "not-built-yet",
  severity: "error",
  title: "Only what this version can build is asked for.",
  source: "docs/environment-file.md",
  violations: ({ orchestration }) => {
    const kind = orchestration?.kind;
    const name = kind === undefined ? undefined : UNAVAILABLE[kind];
    return name === undefined
      ? []
      : [
          {
            path: ["orchestration", "kind"],
            message: `orchestration.kind is ${kind}: environments with ${name} are not built yet.`,
            got: kind,
            allowed: ["kubernetes"],
            hint: "Write kubernetes: gang scheduling, queues and priorities are there too.",
          },
        ];
  },
};
