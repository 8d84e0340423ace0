import { overlapCidr } from "cidr-tools";
import { validRanges } from "../../address-ranges.ts";
import type { Check } from "../../check.ts";
import type { RangeFact } from "../../facts.ts";

export const rangeOverlap: Check = {
  code: "range-overlap",
  severity: "error",
  title: "Address ranges that meet do not overlap.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
  *violations(facts) {
    const ranges = validRanges(facts);
    for (const [index, range] of ranges.entries()) {
      const other = ranges
        .slice(0, index)
        .find((one) => mustNotMeet(one, range) && overlapCidr(one.cidr, range.cidr));
      if (other === undefined) continue;
      yield {
        path: range.at,
        message: `${range.name} (${range.cidr}) overlaps ${other.name} (${other.cidr}).`,
        got: range.cidr,
        allowed: `a range outside of ${other.cidr}`,
        hint: "Leave the range out, and the planner finds a free one.",
      };
    }
  },
};

/** Subnets of a network lie in it and beside each other; everything else of one network keeps apart. */
function mustNotMeet(one: RangeFact, other: RangeFact): boolean {
  if (one.role === "reserved" && other.role === "reserved") return false;
  const reserved = one.role === "reserved" || other.role === "reserved";
  if (!reserved && one.network !== other.network) return false;
  const contains = [one.role, other.role].includes("network") && [one.role, other.role].includes("subnet");
  return !contains;
}
