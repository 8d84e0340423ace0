import type { Check } from "../../check.ts";
import type { NodeGroupFact } from "../../facts.ts";

export const reservationTooSmall: Check = {
  code: "reservation-too-small",
  severity: "error",
  title: "A reservation holds every node that is to start from it.",
  source: "https://github.com/eksctl-io/eksctl/issues/7949",
  *violations(facts) {
    for (const [id, groups] of byReservation(facts.nodeGroups)) {
      const held = groups.find((group) => group.reservation?.nodes !== undefined)?.reservation?.nodes;
      const wanted = groups.reduce((sum, group) => sum + nodesOf(group), 0);
      const last = groups.at(-1);
      if (held === undefined || last === undefined || wanted <= held) continue;
      const names = groups.map((group) => group.name).join(" and ");
      yield {
        path: last.at,
        message: `${names} ${groups.length === 1 ? "wants" : "want"} ${wanted} nodes from ${id}, which holds ${held}: the other ${wanted - held} never start.`,
        got: wanted,
        allowed: held,
        hint: `Ask for ${held} nodes, or add a further purchase option for the other ${wanted - held}.`,
      };
    }
  },
};

function byReservation(groups: readonly NodeGroupFact[]): ReadonlyMap<string, readonly NodeGroupFact[]> {
  return Map.groupBy(
    groups.filter((group) => group.reservation !== undefined && group.reservation !== null),
    (group) => group.reservation?.id ?? "",
  );
}

function nodesOf(group: NodeGroupFact): number {
  return group.nodesWanted ?? group.size?.desired ?? 0;
}
