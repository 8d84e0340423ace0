import { prefixOf, validRanges } from "../../address-ranges.ts";
import type { Check } from "../../check.ts";

const LARGEST = 16;
const SMALLEST = 28;
const SERVICES = { largest: 12, smallest: 24 };

export const rangeSize: Check = {
  code: "range-size",
  severity: "error",
  title: "A network range is between /16 and /28, a service range between /12 and /24.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, cidr, role } of validRanges(facts)) {
      const [largest, smallest] =
        role === "services" ? [SERVICES.largest, SERVICES.smallest] : [LARGEST, SMALLEST];
      const prefix = prefixOf(cidr);
      if (role === "reserved" || (prefix >= largest && prefix <= smallest)) continue;
      yield {
        path: at,
        message: `${name}: ${cidr} is ${prefix < largest ? "larger" : "smaller"} than the cloud takes.`,
        got: `/${prefix}`,
        allowed: `/${largest} to /${smallest}`,
        hint: `Use a /${prefix < largest ? largest : smallest} or leave the range to the planner.`,
      };
    }
  },
};
