import type { Check } from "../../check.ts";

export const marketDisagrees: Check = {
  code: "market-disagrees",
  severity: "error",
  title: "A node group and its launch template name the same market.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/capacity-blocks-mng.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const { market, launchMarket } = group;
      if (market === undefined || launchMarket === undefined || launchMarket === null) continue;
      if (market === launchMarket) continue;
      yield {
        path: group.at,
        message: `${group.name} is bought as ${market}, and its launch template says ${launchMarket}: the node group fails to create.`,
        got: { nodeGroup: market, launchTemplate: launchMarket },
        allowed: "the same market in both; none in the launch template for on-demand and spot",
        hint:
          launchMarket === "spot"
            ? "Set the market on the node group (CapacityType) and take it out of the launch template."
            : `Set CapacityType of the node group to ${launchMarket.toUpperCase().replaceAll("-", "_")}.`,
      };
    }
  },
};
