import type { Check } from "../../check.ts";
import { tierRows } from "../../storage-tiers.ts";

export const amlfsSku: Check = {
  code: "amlfs-sku",
  severity: "error",
  title: "An Azure Managed Lustre file system has a SKU that exists.",
  source: "https://learn.microsoft.com/azure/azure-managed-lustre/create-file-system-portal",
  clouds: ["azure"],
  *violations(facts, catalog) {
    const skus = tierRows(catalog, "azure", "amlfs").map((row) => row.deploymentType);
    for (const { at, name, product, deploymentType } of facts.fileSystems) {
      if (product !== "azure-managed-lustre" || deploymentType === undefined || skus.length === 0) continue;
      if (skus.includes(deploymentType)) continue;
      yield {
        path: at,
        message: `${name} has the SKU ${deploymentType}, which does not exist.`,
        got: deploymentType,
        allowed: skus,
        hint: `Choose one of ${skus.join(", ")}.`,
      };
    }
  },
};
