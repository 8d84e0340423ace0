import { parseCidr } from "cidr-tools";
import type { Facts, RangeFact } from "./facts.ts";

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\/(?:3[0-2]|[12]?\d)$/;

export function isIpv4Range(cidr: string): boolean {
  return IPV4.test(cidr);
}

/** Ranges that can be computed with; the others are a finding of their own. */
export function validRanges(facts: Facts): readonly RangeFact[] {
  return facts.ranges.filter((range) => isIpv4Range(range.cidr));
}

/** Prefix length of an IPv4 range. */
export function prefixOf(cidr: string): number {
  return Number(cidr.split("/")[1]);
}

/** Whether the address before the slash is the first of the range. */
export function startsItsRange(cidr: string): boolean {
  const { start } = parseCidr(cidr);
  const [address = ""] = cidr.split("/");
  return parseCidr(`${address}/32`).start === start;
}
