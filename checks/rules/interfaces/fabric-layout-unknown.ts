import type { Check } from "../../check.ts";
import { fabricInterfaces } from "../../fabric-interfaces.ts";
import { knownMachines } from "../../known-machines.ts";

export const fabricLayoutUnknown: Check = {
  code: "fabric-layout-unknown",
  severity: "error",
  title: "The wiring of a fabric that is asked for is known.",
  source: "https://github.com/aws/aws-parallelcluster/pull/6930",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const hasUnknownFabric = machine.fabric.kind !== "none" && machine.fabric.layout === null;
      const wired = fabricInterfaces(group).length > 0;
      if (!hasUnknownFabric || !(group.fabricWanted === true || wired)) continue;
      yield {
        severity: group.fabricWanted === true ? "error" : "warning",
        path: group.at,
        message: `${group.name}: ${machine.name} has a fabric, but which network card carries which interface is not known well enough to wire or to check it.`,
        got: machine.name,
        hint: "Choose another machine type, or compare the interfaces with AWS's own page before launching.",
      };
    }
  },
};
