import type { Check } from "../../check.ts";
import { legalSize, tierRows } from "../../storage-tiers.ts";

export const managedLustreSize: Check = {
  code: "managed-lustre-size",
  severity: "error",
  title: "A Managed Lustre instance has a size that its tier is sold in.",
  source: "https://docs.cloud.google.com/managed-lustre/docs/performance-tiers",
  clouds: ["gcp"],
  *violations(facts, catalog) {
    const rows = tierRows(catalog, "gcp", "managed-lustre");
    for (const { at, name, product, mbpsPerTiB, sizeGiB } of facts.fileSystems) {
      const found = rows.filter((row) => row.throughputMBpsPerTiB === mbpsPerTiB);
      if (product !== "managed-lustre" || sizeGiB === undefined || found.length === 0) continue;
      const legal = found.map((row) => legalSize(row, sizeGiB)).filter((one) => one !== null);
      if (legal.includes(sizeGiB)) continue;
      const next = legal.length === 0 ? null : Math.min(...legal);
      const first = found[0]?.sizeGiB;
      yield {
        path: at,
        message: `${name} is ${sizeGiB} GiB at ${mbpsPerTiB} MB/s per TiB, and this tier is sold from ${first?.first} GiB in steps of ${first?.step}.`,
        got: sizeGiB,
        allowed: next ?? `at most ${first?.max}`,
        hint: next === null ? "Choose a slower tier, which grows further." : `Set sizeGiB to ${next}.`,
      };
    }
  },
};
