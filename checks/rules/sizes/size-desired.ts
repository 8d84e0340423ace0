import type { Check } from "../../check.ts";

export const sizeDesired: Check = {
  code: "size-desired",
  severity: "error",
  title: "A node group's desired size lies between its minimum and its maximum.",
  source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html",
  *violations(facts) {
    for (const { at, name, size } of facts.nodeGroups) {
      if (size === undefined || size.min > size.max) continue;
      if (size.desired >= size.min && size.desired <= size.max) continue;
      yield {
        path: at,
        message: `${name} wants ${size.desired} nodes, outside of ${size.min} to ${size.max}.`,
        got: size.desired,
        allowed: `${size.min} to ${size.max}`,
        hint: `Set the desired size to ${size.desired > size.max ? size.max : size.min}, or widen the range.`,
      };
    }
  },
};
