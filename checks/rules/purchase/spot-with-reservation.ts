import type { Check } from "../../check.ts";

export const spotWithReservation: Check = {
  code: "spot-with-reservation",
  severity: "error",
  title: "Spot nodes do not use a capacity block or a reservation.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/capacity-blocks-mng.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const spot = group.market === "spot" || group.launchMarket === "spot";
      if (!spot || group.reservation === undefined || group.reservation === null) continue;
      const kind = group.reservation.kind === "capacity-block" ? "capacity block" : "reservation";
      yield {
        path: group.at,
        message: `${group.name} buys spot and names the ${kind} ${group.reservation.id}: spot nodes never run in reserved capacity.`,
        got: "spot",
        allowed: group.reservation.kind === "capacity-block" ? "capacity-block" : "on-demand",
        hint: "Use the market of the reservation, or drop the reservation and keep spot.",
      };
    }
  },
};
