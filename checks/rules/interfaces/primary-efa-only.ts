import type { Check } from "../../check.ts";

export const primaryEfaOnly: Check = {
  code: "primary-efa-only",
  severity: "error",
  title: "The primary interface is not EFA-only: it carries the node's address.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-acc-inst-types.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const primary = group.interfaces?.find((one) => one.card === 0 && one.device === 0);
      if (primary?.kind !== "efa-only") continue;
      yield {
        path: group.at,
        message: `${group.name}: the primary interface (card 0, device 0) is efa-only and would have no address.`,
        got: "efa-only",
        allowed: ["interface", "efa"],
        hint: "Make card 0, device 0 an ordinary interface and put efa-only at card 0, device 1.",
      };
    }
  },
};
