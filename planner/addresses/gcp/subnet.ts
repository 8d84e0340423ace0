import type { GcpRangePlan } from "../../plan/gcp.ts";
import { formatRange, type Range, sizeOf } from "../ipv4.ts";

/** Addresses of a subnet's primary range that Google Cloud keeps. https://cloud.google.com/vpc/docs/subnets#unusable-ip-addresses-in-every-subnet */
export const GCP_RESERVED = 4;

/** A range with what it can hold; of secondary ranges every address can be used. */
export function rangePlan(id: string, range: Range, planned: number, reserved = 0): GcpRangePlan {
  return { id, cidr: formatRange(range), capacity: sizeOf(range.prefix) - reserved, planned };
}
