import type { Check } from "../../check.ts";

const NAME = /^[a-z][a-z0-9]{0,11}$/;

export const agentPoolName: Check = {
  code: "agent-pool-name",
  severity: "error",
  title: "An agent pool's name is a letter and at most 11 more letters and digits.",
  source: "https://learn.microsoft.com/azure/aks/create-node-pools",
  clouds: ["azure"],
  *violations({ nodeGroups }) {
    for (const { at, name, azure } of nodeGroups) {
      const got = azure?.poolName;
      if (got === undefined || NAME.test(got)) continue;
      yield {
        path: at,
        message: `${name} would be the agent pool ${got}, which AKS refuses.`,
        got,
        allowed: "a-z and 0-9, beginning with a letter, 12 at most",
        hint: "Give the pool a shorter name without hyphens.",
      };
    }
  },
};
