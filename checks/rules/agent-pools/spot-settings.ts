import type { Check } from "../../check.ts";
import type { AzureNodeGroupFact } from "../../facts.ts";

const SPOT_ONLY: readonly (readonly [keyof AzureNodeGroupFact, string])[] = [
  ["evictionPolicy", "an eviction policy"],
  ["spotMaxPrice", "a highest price"],
];

export const spotSettings: Check = {
  code: "spot-settings",
  severity: "error",
  title: "Settings of spot stand on spot pools only.",
  source: "https://github.com/bcochofel/terraform-azurerm-aks/issues/13",
  clouds: ["azure"],
  *violations({ nodeGroups }) {
    for (const { at, name, market, azure } of nodeGroups) {
      for (const [setting, words] of SPOT_ONLY) {
        const got = azure?.[setting];
        if (market === undefined || market === "spot" || got === undefined || got === null) continue;
        yield {
          path: at,
          message: `${name} is ${market} and has ${words}: AKS refuses the pool.`,
          got,
          allowed: null,
          hint: "Remove the setting, or buy the pool as spot.",
        };
      }
    }
  },
};
