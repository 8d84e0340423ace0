import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const machineRetired: Check = {
  code: "machine-retired",
  severity: "error",
  title: "A machine type is still sold.",
  source: "https://aws.amazon.com/ec2/previous-generation/",
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      if (machine.status !== "retired") continue;
      yield {
        path: group.at,
        message: `${group.name}: ${machine.name} (${machine.acceleratorName ?? machine.family}) is retired.`,
        got: machine.name,
        allowed: "a current machine type",
        hint: "Name an accelerator instead, and the planner picks a machine that is sold.",
      };
    }
  },
};
