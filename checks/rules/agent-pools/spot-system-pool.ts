import type { Check } from "../../check.ts";

export const spotSystemPool: Check = {
  code: "spot-system-pool",
  severity: "error",
  title: "A system pool is not spot.",
  source: "https://github.com/Azure/AKS/issues/982",
  clouds: ["azure"],
  *violations({ nodeGroups }) {
    for (const { at, name, market, azure } of nodeGroups) {
      if (market !== "spot" || azure?.mode !== "System") continue;
      yield {
        path: at,
        message: `${name} is a system pool and spot: AKS takes spot for user pools only.`,
        got: "System",
        allowed: "User",
        hint: "Set the mode to User, and keep an on-demand system pool.",
      };
    }
  },
};
