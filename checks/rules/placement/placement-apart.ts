import type { Check } from "../../check.ts";
import { fabricInterfaces } from "../../fabric-interfaces.ts";

const MOST_IN_A_SPREAD_GROUP = 7;

export const placementApart: Check = {
  code: "placement-apart",
  severity: "error",
  title: "Nodes that talk over EFA are placed close together, not apart.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-strategies.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const { placement } = group;
      const fabric = group.fabricWanted === true || fabricInterfaces(group).length > 0;
      if (placement?.kind !== "group" || !fabric) continue;
      if (placement.strategy !== "spread" && placement.strategy !== "partition") continue;
      const nodes = Math.max(group.nodesWanted ?? 0, group.size?.max ?? 0);
      const tooMany = placement.strategy === "spread" && nodes > MOST_IN_A_SPREAD_GROUP;
      yield {
        path: group.at,
        message: tooMany
          ? `${group.name} wants ${nodes} nodes in spread placement group ${placement.id}, which takes ${MOST_IN_A_SPREAD_GROUP} in a zone.`
          : `${group.name} has a fabric, and placement group ${placement.id} has the strategy ${placement.strategy}: its nodes are put apart and talk slowly.`,
        got: placement.strategy,
        allowed: "cluster",
        hint: "Set the strategy of the placement group to cluster.",
      };
    }
  },
};
