import type { Check } from "../../check.ts";

export const placementWithReservation: Check = {
  code: "placement-with-reservation",
  severity: "error",
  title: "Reserved nodes use the placement group that the reservation was made in, or none.",
  source: "https://github.com/eksctl-io/eksctl/issues/7949",
  clouds: ["aws"],
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const { placement, reservation } = group;
      if (placement?.kind !== "group" || reservation === undefined || reservation === null) continue;
      if (reservation.kind === "capacity-block" || group.market === "capacity-block") continue;
      const own = reservation.placementGroup;
      const right = own === undefined ? !placement.createdHere : placement.id === own;
      if (right) continue;
      yield {
        path: group.at,
        message: `${group.name} puts the nodes of reservation ${reservation.id} into placement group ${placement.id}, which the reservation was not made in: some or all never start.`,
        got: placement.id,
        allowed: own ?? "none",
        hint:
          own === undefined
            ? "Take the placement group away, or name the one that the reservation was created with."
            : `Use ${own}.`,
      };
    }
  },
};
