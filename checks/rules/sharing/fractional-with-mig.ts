import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const fractionalWithMig: Check = {
  code: "fractional-with-mig",
  severity: "error",
  title: "A machine with a slice of an accelerator is not divided by MIG.",
  source: "https://docs.nvidia.com/datacenter/tesla/mig-user-guide/",
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const fractional = machine.acceleratorCount > 0 && machine.acceleratorCount < 1;
      if (!fractional || group.sharing?.kind !== "mig") continue;
      yield {
        path: group.at,
        message: `${group.name} asks for MIG, and ${machine.name} has ${machine.acceleratorCount} of an accelerator: the cloud has divided it already.`,
        got: "mig",
        allowed: ["time-slicing", "none"],
        hint: "Remove `sharing`, or choose a machine with a whole accelerator that has MIG.",
      };
    }
  },
};
