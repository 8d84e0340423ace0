import { isIpv4Range, startsItsRange } from "../../address-ranges.ts";
import type { Check } from "../../check.ts";

export const rangeSyntax: Check = {
  code: "range-syntax",
  severity: "error",
  title: "An address range is written as its first address and its length.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
  *violations(facts) {
    for (const { at, name, cidr } of facts.ranges) {
      const valid = isIpv4Range(cidr);
      if (valid && startsItsRange(cidr)) continue;
      yield {
        path: at,
        message: valid
          ? `${name}: ${cidr} does not begin with the first address of its range.`
          : `${name}: ${cidr} is no IPv4 address range.`,
        got: cidr,
        allowed: "a range such as 10.0.0.0/16",
        hint: "Set the bits after the prefix to zero.",
      };
    }
  },
};
