import type { NodeGroupFact, UnknownFact } from "../../checks/facts.ts";
import type { EnvironmentPlan } from "../plan/index.ts";

/**
 * Figures that the plan could not compute, each at the pool that it belongs to. A capacity block is paid when it is
 * bought: whoever writes its id knows its price, so that is listed beside the totals and not found fault with.
 */
export function unknownFacts(
  plan: EnvironmentPlan,
  groups: readonly NodeGroupFact[],
): readonly UnknownFact[] {
  return [
    ...plan.cost.unknown
      .filter((name) => ownerOf(name, groups)?.market !== "capacity-block")
      .map((name): UnknownFact => {
        const item = plan.cost.items.find((one) => one.name === name);
        return {
          at: ownerOf(name, groups)?.at ?? [],
          name,
          what: "price",
          why: item?.note?.replace(/\.$/, "") ?? "no source has it",
        };
      }),
    ...plan.energy.items
      .filter((item) => item.kilowatts === null)
      .map(
        (item): UnknownFact => ({
          at: (ownerOf(item.pool, groups)?.at ?? []).slice(0, 2),
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

/** Items are named after node groups (`train-spot: 4 × …`) or pools; the others belong to none. */
function ownerOf(name: string, groups: readonly NodeGroupFact[]): NodeGroupFact | undefined {
  const owner = name.split(":")[0];
  return groups.find((one) => one.name === owner) ?? groups.find((one) => one.pool === owner);
}
