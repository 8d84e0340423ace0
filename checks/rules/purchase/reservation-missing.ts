import type { Check } from "../../check.ts";

export const reservationMissing: Check = {
  code: "reservation-missing",
  severity: "error",
  title: "Nodes bought as a capacity block name the block.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/capacity-blocks-mng.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const fromBlock = group.market === "capacity-block" || group.launchMarket === "capacity-block";
      if (!fromBlock || group.reservation !== null) continue;
      yield {
        path: group.at,
        message: `${group.name} is bought as a capacity block and names none: EC2 does not choose one by itself.`,
        allowed: "the block's id, cr-…",
        hint: "Set CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId.",
      };
    }
  },
};
