import type { Check } from "../../check.ts";

export const placementWithCapacityBlock: Check = {
  code: "placement-with-capacity-block",
  severity: "warning",
  title: "Nodes from a capacity block are in no placement group.",
  source: "https://github.com/terraform-aws-modules/terraform-aws-eks/pull/3730",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const fromBlock =
        group.market === "capacity-block" ||
        group.launchMarket === "capacity-block" ||
        group.reservation?.kind === "capacity-block";
      if (!fromBlock || group.placement?.kind !== "group") continue;
      yield {
        path: group.at,
        message: `${group.name} launches a capacity block into placement group ${group.placement.id}: launches like this have failed for want of capacity.`,
        got: group.placement.id,
        allowed: "no placement group: a block's machines are close together already",
        hint: "Take the placement group out of the launch template.",
      };
    }
  },
};
