import type { Check } from "../../check.ts";
import { tierRows } from "../../storage-tiers.ts";

export const managedLustreTier: Check = {
  code: "managed-lustre-tier",
  severity: "error",
  title: "A Managed Lustre instance has a tier that exists.",
  source: "https://docs.cloud.google.com/managed-lustre/docs/performance-tiers",
  clouds: ["gcp"],
  *violations(facts, catalog) {
    const tiers = tierRows(catalog, "gcp", "managed-lustre").flatMap((row) => row.throughputMBpsPerTiB ?? []);
    for (const { at, name, product, mbpsPerTiB } of facts.fileSystems) {
      if (product !== "managed-lustre" || mbpsPerTiB === undefined || tiers.length === 0) continue;
      if (mbpsPerTiB !== null && tiers.includes(mbpsPerTiB)) continue;
      yield {
        path: at,
        message: `${name} asks for ${mbpsPerTiB ?? "no"} MB/s per TiB, and Managed Lustre is sold with ${tiers.join(", ")}.`,
        got: mbpsPerTiB,
        allowed: tiers,
        hint: "Choose a tier now: it cannot be changed later.",
      };
    }
  },
};
