import type { Check } from "../../check.ts";

const KEY = "kubernetes.azure.com/scalesetpriority";

export const spotTaint: Check = {
  code: "spot-taint",
  severity: "error",
  title: "A spot pool carries AKS's own taint.",
  source: "https://learn.microsoft.com/azure/aks/spot-node-pool",
  clouds: ["azure"],
  *violations({ nodeGroups }) {
    for (const { at, name, market, taints } of nodeGroups) {
      if (market !== "spot" || taints === undefined || taints.some(({ key }) => key === KEY)) continue;
      yield {
        path: at,
        message: `${name} is spot without the taint ${KEY}: AKS adds it, and every later deployment shows a change.`,
        got: taints.map(({ key }) => key),
        allowed: `${KEY}=spot:NoSchedule`,
        hint: `Add ${KEY}=spot:NoSchedule to the taints.`,
      };
    }
  },
};
