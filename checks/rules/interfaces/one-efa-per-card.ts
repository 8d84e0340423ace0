import type { Check } from "../../check.ts";
import { fabricInterfaces, showCards } from "../../fabric-interfaces.ts";

export const oneEfaPerCard: Check = {
  code: "one-efa-per-card",
  severity: "error",
  title: "A network card carries at most one EFA interface.",
  source: "https://github.com/aws/karpenter-provider-aws/blob/main/designs/efa-for-static-capacity.md",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const cards = fabricInterfaces(group).map((one) => one.card);
      const twice = cards.filter((card, index) => cards.indexOf(card) !== index);
      if (twice.length === 0) continue;
      yield {
        path: group.at,
        message: `${group.name} has more than one EFA interface on network card ${showCards(twice)}; a card takes one.`,
        got: twice.length + 1,
        allowed: 1,
        hint: "Give each network card one EFA interface, on consecutive NetworkCardIndex values.",
      };
    }
  },
};
