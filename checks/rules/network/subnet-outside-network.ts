import { containsCidr } from "cidr-tools";
import { validRanges } from "../../address-ranges.ts";
import type { Check } from "../../check.ts";

export const subnetOutsideNetwork: Check = {
  code: "subnet-outside-network",
  severity: "error",
  title: "A subnet lies in a range of its network.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
  *violations(facts) {
    const ranges = validRanges(facts);
    for (const { at, name, cidr, role, network } of ranges) {
      if (role !== "subnet" || network === undefined) continue;
      const networks = ranges
        .filter((one) => one.role === "network" && one.network === network)
        .map((one) => one.cidr);
      if (networks.length === 0 || networks.some((one) => containsCidr(one, cidr))) continue;
      yield {
        path: at,
        message: `${name}: ${cidr} is not in ${networks.join(" or ")}.`,
        got: cidr,
        allowed: networks,
        hint: "Choose a part of the network's range, or add a range to the network.",
      };
    }
  },
};
