import type { Check } from "../../check.ts";

export const rangeTooSmall: Check = {
  code: "range-too-small",
  severity: "error",
  title: "A subnet has an address for every interface and pod that is planned in it.",
  source: "https://github.com/dstackai/dstack/issues/1804",
  *violations(facts) {
    for (const { at, name, cidr, capacity, needed } of facts.ranges) {
      if (capacity === undefined || needed === undefined || needed <= capacity) continue;
      yield {
        path: at,
        message: `${name} (${cidr}) has ${capacity} usable addresses, and ${needed} are needed: nodes fail to start when they run out.`,
        got: capacity,
        allowed: `at least ${needed}`,
        hint: "Give the network a larger range, or use the ip-saving fabric layout.",
      };
    }
  },
};
