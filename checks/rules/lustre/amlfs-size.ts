import type { Check } from "../../check.ts";
import { legalSize, tierRows } from "../../storage-tiers.ts";

export const amlfsSize: Check = {
  code: "amlfs-size",
  severity: "error",
  title: "An Azure Managed Lustre file system has a size that its SKU is sold in.",
  source: "https://learn.microsoft.com/azure/azure-managed-lustre/create-file-system-portal",
  clouds: ["azure"],
  *violations(facts, catalog) {
    for (const { at, name, product, deploymentType, sizeGiB } of facts.fileSystems) {
      const row = tierRows(catalog, "azure", "amlfs").find((one) => one.deploymentType === deploymentType);
      if (product !== "azure-managed-lustre" || row === undefined || sizeGiB === undefined) continue;
      const next = legalSize(row, sizeGiB);
      if (next === sizeGiB) continue;
      const tiB = (size: number): string => `${size / 1024} TiB`;
      yield {
        path: at,
        message: `${name} is ${tiB(sizeGiB)}, and ${row.deploymentType} is sold from ${tiB(row.sizeGiB.first)} in steps of ${tiB(row.sizeGiB.step)}.`,
        got: sizeGiB,
        allowed: next ?? `at most ${row.sizeGiB.max}`,
        hint:
          next === null
            ? "Choose a slower SKU, which grows further."
            : `Set the size to ${tiB(next)}: it cannot be changed later.`,
      };
    }
  },
};
