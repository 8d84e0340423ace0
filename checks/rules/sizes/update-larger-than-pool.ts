import type { Check } from "../../check.ts";

export const updateLargerThanPool: Check = {
  code: "update-larger-than-pool",
  severity: "error",
  title: "An update takes away no more nodes at once than the node group has.",
  source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupUpdateConfig.html",
  *violations(facts) {
    for (const { at, name, size, update } of facts.nodeGroups) {
      const got = update?.maxUnavailable;
      if (got === undefined || size === undefined) continue;
      const allowed = Math.max(size.max, 1);
      if (got <= allowed) continue;
      yield {
        path: at,
        message: `${name}: an update may take ${got} nodes at once, and the group has at most ${size.max}.`,
        got,
        allowed: `1 to ${allowed}`,
        hint: `Set MaxUnavailable to at most ${allowed}; 1 keeps the others working.`,
      };
    }
  },
};
