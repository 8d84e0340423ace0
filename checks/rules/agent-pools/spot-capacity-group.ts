import type { Check } from "../../check.ts";

export const spotCapacityGroup: Check = {
  code: "spot-capacity-group",
  severity: "error",
  title: "Spot pools use no capacity reservation group.",
  source: "https://learn.microsoft.com/azure/aks/use-capacity-reservation-groups",
  clouds: ["azure"],
  *violations({ nodeGroups }) {
    for (const { at, name, market, azure } of nodeGroups) {
      if (market !== "spot" || azure?.capacityGroup === undefined || azure.capacityGroup === null) continue;
      yield {
        path: at,
        message: `${name} is spot and names the capacity reservation group ${azure.capacityGroup}: reserved capacity is never spot.`,
        got: azure.capacityGroup,
        allowed: null,
        hint: "Buy the pool as a reservation, or drop the group.",
      };
    }
  },
};
