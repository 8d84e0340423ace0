import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const machineFactsMissing: Check = {
  code: "machine-facts-missing",
  severity: "warning",
  title: "What a plan needs to know of a machine type is known.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/ml-eks-nvidia-ultraserver.html",
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      if (machine.unknown.length === 0) continue;
      yield {
        path: group.at,
        message: `${group.name}: of ${machine.name} it is not known: ${machine.unknown.join("; ")}.`,
        got: machine.name,
        hint: "Choose another machine type, or check these points with the cloud before launching.",
      };
    }
  },
};
