import type { Check } from "../../check.ts";
import { fabricInterfaces, showCards } from "../../fabric-interfaces.ts";
import { knownMachines } from "../../known-machines.ts";

export const efaOnPlainCard: Check = {
  code: "efa-on-plain-card",
  severity: "error",
  title: "An EFA interface is on a network card that supports EFA.",
  source: "https://github.com/awslabs/awsome-distributed-ai/pull/1259",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const able = machine.cards.filter((card) => card.kinds.includes("efa")).map((card) => card.index);
      if (able.length === 0) continue;
      const wrong = fabricInterfaces(group)
        .map((one) => one.card)
        .filter((card) => machine.cards.some(({ index }) => index === card) && !able.includes(card));
      if (wrong.length === 0) continue;
      yield {
        path: group.at,
        message: `${group.name} has an EFA interface on network card ${showCards(wrong)}; on ${machine.name} only card ${showCards(able)} supports EFA.`,
        got: wrong,
        allowed: showCards(able),
        hint: `Make card ${showCards(wrong)} an ordinary interface, and give card ${showCards(able)} one EFA interface each.`,
      };
    }
  },
};
