import type { Check } from "../../check.ts";

export const powerUnknown: Check = {
  code: "power-unknown",
  severity: "info",
  title: "Power and carbon are known for everything that draws them.",
  source: "https://docs.aws.amazon.com/ccft/latest/releasenotes/what-is-ccftrn.html",
  *violations(facts) {
    for (const { at, name, what, why } of facts.unknowns) {
      if (what === "price") continue;
      yield {
        path: at,
        message: `The ${what} of ${name} is not known (${why}): the figures leave it out.`,
        got: null,
        hint: "Compare energy and carbon between machines whose figures are known.",
      };
    }
  },
};
