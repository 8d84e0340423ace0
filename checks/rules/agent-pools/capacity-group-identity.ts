import type { Check } from "../../check.ts";

export const capacityGroupIdentity: Check = {
  code: "capacity-group-identity",
  severity: "error",
  title: "A cluster that uses a capacity reservation group has an identity of its own.",
  source: "https://learn.microsoft.com/azure/aks/use-capacity-reservation-groups",
  clouds: ["azure"],
  *violations({ nodeGroups, clusters }) {
    for (const { at, name, azure, cluster: id } of nodeGroups) {
      const cluster = clusters.find((one) => one.id === id);
      if (azure?.capacityGroup === undefined || azure.capacityGroup === null) continue;
      if (cluster?.azure?.identity !== "SystemAssigned") continue;
      yield {
        path: at,
        message: `${name} uses a capacity reservation group, and ${cluster.name} has a system-assigned identity: the pool is created without its reservation, with a warning only.`,
        got: "SystemAssigned",
        allowed: "UserAssigned with Contributor on the group's resource group",
        hint: "Give the cluster a user-assigned identity and assign the role an hour before.",
      };
    }
  },
};
