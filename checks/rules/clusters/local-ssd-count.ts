import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const localSsdCount: Check = {
  code: "local-ssd-count",
  severity: "error",
  title: "A node pool uses every local disk that its machine comes with.",
  source: "https://docs.cloud.google.com/compute/docs/disks/local-ssd",
  clouds: ["gcp"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const got = group.gcp?.localSsds;
      const has = machine.localDisks.reduce((sum, disk) => sum + disk.count, 0);
      if (got === undefined || has === 0 || got === has) continue;
      yield {
        path: group.at,
        message: `${group.name} uses ${got} local disks, and ${machine.name} comes with ${has}.`,
        got,
        allowed: has,
        hint: `Set the number of local SSDs to ${has}.`,
      };
    }
  },
};
