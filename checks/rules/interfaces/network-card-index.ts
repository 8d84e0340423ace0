import type { Check } from "../../check.ts";
import { showCards } from "../../fabric-interfaces.ts";
import { knownMachines } from "../../known-machines.ts";

export const networkCardIndex: Check = {
  code: "network-card-index",
  severity: "error",
  title: "Every network interface is on a network card that the machine has.",
  source: "https://github.com/aws/aws-ofi-nccl/issues/53",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      if (machine.cards.length === 0) continue;
      const cards = new Set(machine.cards.map((card) => card.index));
      const strange = (group.interfaces ?? []).map((one) => one.card).filter((card) => !cards.has(card));
      if (strange.length === 0) continue;
      yield {
        path: group.at,
        message: `${group.name} has interfaces on network card ${showCards(strange)}, and ${machine.name} has card ${showCards([...cards])} only.`,
        got: [...new Set(strange)],
        allowed: showCards([...cards]),
        hint: `Set NetworkCardIndex to one of ${showCards([...cards])}.`,
      };
    }
  },
};
