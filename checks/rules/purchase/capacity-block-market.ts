import type { Check } from "../../check.ts";

export const capacityBlockMarket: Check = {
  code: "capacity-block-market",
  severity: "error",
  title: "Nodes from a capacity block are launched with the capacity-block market.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/capacity-blocks-launch.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const fromBlock = group.market === "capacity-block" || group.reservation?.kind === "capacity-block";
      if (!fromBlock) continue;
      const templateLacksIt = group.market === "capacity-block" && group.launchMarket === null;
      const groupLacksIt =
        group.market !== undefined && group.market !== "capacity-block" && group.market !== "spot";
      if (!templateLacksIt && !groupLacksIt) continue;
      yield {
        path: group.at,
        message: templateLacksIt
          ? `${group.name} takes a capacity block, and its launch template names no market: the launch fails.`
          : `${group.name} names the capacity block ${group.reservation?.id ?? ""} and is bought as ${group.market}.`,
        got: templateLacksIt ? null : group.market,
        allowed: "capacity-block",
        hint: 'Set InstanceMarketOptions.MarketType to "capacity-block" and CapacityType to CAPACITY_BLOCK.',
      };
    }
  },
};
