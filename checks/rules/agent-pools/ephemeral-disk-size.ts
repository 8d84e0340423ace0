import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const ephemeralDiskSize: Check = {
  code: "ephemeral-disk-size",
  severity: "error",
  title: "An ephemeral OS disk fits on the machine's local disk.",
  source: "https://learn.microsoft.com/azure/virtual-machines/ephemeral-os-disks",
  clouds: ["azure"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const sizeGiB = group.disks?.[0]?.sizeGiB;
      if (group.azure?.osDisk !== "Ephemeral" || sizeGiB === undefined || machine.localStorageGB === 0)
        continue;
      const mostGiB = Math.floor((machine.localStorageGB * 1e9) / 2 ** 30);
      if (sizeGiB <= mostGiB) continue;
      yield {
        path: group.at,
        message: `${group.name} has an ephemeral OS disk of ${sizeGiB} GiB, and ${machine.name} has ${mostGiB} GiB of local disk.`,
        got: sizeGiB,
        allowed: `at most ${mostGiB} GiB`,
        hint: `Set diskGiB to ${mostGiB} or less, or use a managed disk.`,
      };
    }
  },
};
