import type { Check } from "../../check.ts";

export const priceUnknown: Check = {
  code: "price-unknown",
  severity: "warning",
  title: "Everything that costs has a known price.",
  source: "https://aws.amazon.com/ec2/pricing/",
  *violations(facts) {
    for (const { at, name, what, why } of facts.unknowns) {
      if (what !== "price") continue;
      yield {
        path: at,
        message: `The price of ${name} is not known (${why}): the totals leave it out, it is not free.`,
        got: null,
        hint: "Look at the invoice or ask the cloud; set a budget so that it cannot surprise.",
      };
    }
  },
};
