import type { Check } from "../../check.ts";

export const spotMaxPrice: Check = {
  code: "spot-max-price",
  severity: "error",
  title: "The most to pay for spot is -1, or above zero with five decimals at most.",
  source: "https://learn.microsoft.com/azure/aks/spot-node-pool",
  clouds: ["azure"],
  *violations({ nodeGroups }) {
    for (const { at, name, azure } of nodeGroups) {
      const price = azure?.spotMaxPrice;
      if (price === undefined || price === null || price === -1) continue;
      if (price > 0 && Number(price.toFixed(5)) === price) continue;
      yield {
        path: at,
        message: `${name} pays ${price} USD per hour at most, which is no price that AKS takes.`,
        got: price,
        allowed: "-1, or a positive number with at most five decimals",
        hint: "Use -1: then the price never evicts a node.",
      };
    }
  },
};
