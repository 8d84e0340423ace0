import { overlapCidr } from "cidr-tools";
import { validRanges } from "../../address-ranges.ts";
import type { Check } from "../../check.ts";

/**
 * Ranges that something on every node has taken: Docker's default bridge; link-local with the metadata service; loopback.
 */
const RESERVED = [
  { cidr: "172.17.0.0/16", by: "the container runtime's bridge" },
  { cidr: "169.254.0.0/16", by: "link-local services such as instance metadata" },
  { cidr: "127.0.0.0/8", by: "loopback" },
  { cidr: "224.0.0.0/4", by: "multicast" },
] as const;

export const rangeReserved: Check = {
  code: "range-reserved",
  severity: "error",
  title: "An address range takes nothing that nodes use themselves.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
  *violations(facts) {
    for (const { at, name, cidr, role } of validRanges(facts)) {
      const taken = RESERVED.find((one) => overlapCidr(one.cidr, cidr));
      if (taken === undefined || role === "reserved" || role === "subnet") continue;
      yield {
        path: at,
        message: `${name}: ${cidr} overlaps ${taken.cidr}, which belongs to ${taken.by}: some addresses can never be reached.`,
        got: cidr,
        allowed: "a private range outside of 172.17.0.0/16",
        hint: "Use a range of 10.0.0.0/8, for example 10.40.0.0/16.",
      };
    }
  },
};
