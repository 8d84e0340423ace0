import type { NodeGroupFact, UnknownFact } from "../../checks/facts.ts";
import type { Path } from "../../spec/finding.ts";
import type { EnvironmentPlan } from "../plan/index.ts";

/** Figures that the plan could not compute, each at the pool that it belongs to. */
export function unknownFacts(
  plan: EnvironmentPlan,
  groups: readonly NodeGroupFact[],
): readonly UnknownFact[] {
  return [
    ...plan.cost.unknown.map((name): UnknownFact => {
      const item = plan.cost.items.find((one) => one.name === name);
      return {
        at: placeOf(name, groups),
        name,
        what: "price",
        why: item?.note?.replace(/\.$/, "") ?? "no source has it",
      };
    }),
    ...plan.energy.items
      .filter((item) => item.kilowatts === null)
      .map(
        (item): UnknownFact => ({
          at: placeOf(item.pool, groups).slice(0, 2),
          name: item.pool,
          what: "power",
          why: "no source has the rated power of its accelerator",
        }),
      ),
    ...(plan.energy.gCo2ePerKWh === null
      ? [{ at: ["region"], name: plan.region, what: "carbon" as const, why: "no source has its grid" }]
      : []),
  ];
}

/** Items are named after node groups (`train-spot: 4 × …`) or pools; what belongs to none stands at the file's root. */
function placeOf(name: string, groups: readonly NodeGroupFact[]): Path {
  const owner = name.split(":")[0];
  const group = groups.find((one) => one.name === owner) ?? groups.find((one) => one.pool === owner);
  return group?.at ?? [];
}
