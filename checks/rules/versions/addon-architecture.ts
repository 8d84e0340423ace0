import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";

export const addonArchitecture: Check = {
  code: "addon-architecture",
  severity: "error",
  title: "Add-ons exist for every processor architecture of the nodes.",
  source: "https://github.com/NVIDIA/aicr/pull/2338",
  *violations(facts, catalog) {
    const groups = [...knownMachines(facts, catalog)];
    for (const addon of facts.addons) {
      const architectures = addon.architectures ?? catalog.component(addon.name, facts.cloud)?.architectures;
      if (architectures === undefined || architectures.length === 0) continue;
      const left = groups.find(({ machine }) => !architectures.includes(machine.arch));
      if (left === undefined) continue;
      yield {
        path: addon.at,
        message: `The add-on ${addon.name} is built for ${architectures.join(", ")}, and ${left.group.name} (${left.machine.name}) is ${left.machine.arch}: its pods crash there.`,
        got: architectures,
        allowed: left.machine.arch,
        hint: `Choose machines of ${architectures[0]}, or keep the add-on off these nodes.`,
      };
    }
  },
};
