import type { Check } from "../../check.ts";
import { infinibandMachines } from "../../infiniband-machines.ts";

export const infinibandOneSet: Check = {
  code: "infiniband-one-set",
  severity: "warning",
  title: "Nodes that talk over InfiniBand are in one scale set.",
  source: "https://learn.microsoft.com/azure/virtual-machines/setup-infiniband",
  clouds: ["azure"],
  *violations(facts, catalog) {
    const wanted = [...infinibandMachines(facts, catalog)].filter(
      ({ group }) => group.fabricWanted === true && group.pool !== undefined,
    );
    for (const [pool, groups] of Map.groupBy(wanted, ({ group }) => group.pool ?? "")) {
      const sets = [...new Set(groups.map(({ group }) => group.name))];
      const [, second] = groups;
      if (sets.length < 2 || second === undefined) continue;
      yield {
        path: second.group.at,
        message: `${pool} is made of ${sets.join(" and ")}: each is a scale set, and InfiniBand never leaves one.`,
        got: sets,
        allowed: "one purchase option",
        hint: "Buy the pool in one way, or run each job within one of its options.",
      };
    }
  },
};
