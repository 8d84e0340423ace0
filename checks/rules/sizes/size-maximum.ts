import type { Check } from "../../check.ts";

export const sizeMaximum: Check = {
  code: "size-maximum",
  severity: "error",
  title: "A node group's sizes are whole, not negative, and its maximum is at least one.",
  source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupScalingConfig.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, size, provisioner } of facts.nodeGroups) {
      if (size === undefined) continue;
      const least = provisioner === "managed" ? 1 : 0;
      const wrong = [size.min, size.desired, size.max].some((one) => one < 0 || !Number.isInteger(one));
      if (!wrong && size.max >= least) continue;
      yield {
        path: at,
        message: `${name} has the sizes ${size.min}, ${size.desired}, ${size.max} (minimum, desired, maximum).`,
        got: size,
        allowed: `whole numbers, minimum from 0, maximum from ${least}`,
        hint: "To keep it empty set minimum and desired to 0, and the maximum to what it may grow to.",
      };
    }
  },
};
