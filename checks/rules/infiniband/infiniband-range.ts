import { overlapCidr } from "cidr-tools";
import { validRanges } from "../../address-ranges.ts";
import type { Check } from "../../check.ts";
import { infinibandMachines } from "../../infiniband-machines.ts";

const RDMA_RANGE = "172.16.0.0/16";

export const infinibandRange: Check = {
  code: "infiniband-range",
  severity: "error",
  title: "A network with InfiniBand nodes stays out of 172.16.0.0/16.",
  source: "https://learn.microsoft.com/azure/virtual-machines/setup-infiniband",
  clouds: ["azure"],
  *violations(facts, catalog) {
    const [first] = infinibandMachines(facts, catalog);
    if (first === undefined) return;
    for (const { at, name, cidr, role } of validRanges(facts)) {
      if (role === "reserved" || !overlapCidr(RDMA_RANGE, cidr)) continue;
      yield {
        path: at,
        message: `${name}: ${cidr} overlaps ${RDMA_RANGE}, where the InfiniBand interfaces of ${first.group.name} have their addresses.`,
        got: cidr,
        allowed: `a private range outside of ${RDMA_RANGE}`,
        hint: "Use a range of 10.0.0.0/8, for example 10.40.0.0/16.",
      };
    }
  },
};
