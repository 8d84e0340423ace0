import type { Check } from "../../check.ts";

export const sizeOrder: Check = {
  code: "size-order",
  severity: "error",
  title: "A node group's minimum is not above its maximum.",
  source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html",
  *violations(facts) {
    for (const { at, name, size } of facts.nodeGroups) {
      if (size === undefined || size.min <= size.max) continue;
      yield {
        path: at,
        message: `${name}: the minimum of ${size.min} nodes is above the maximum of ${size.max}.`,
        got: { min: size.min, max: size.max },
        allowed: "min at most max",
        hint: `Raise the maximum to ${size.min} or lower the minimum to ${size.max}.`,
      };
    }
  },
};
