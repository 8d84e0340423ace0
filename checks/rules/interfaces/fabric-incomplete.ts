import type { Check } from "../../check.ts";
import { fabricInterfaces } from "../../fabric-interfaces.ts";
import { knownMachines } from "../../known-machines.ts";

export const fabricIncomplete: Check = {
  code: "fabric-incomplete",
  severity: "error",
  title: "Nodes that work as one have every fabric interface of their machine.",
  source: "https://github.com/NVIDIA/nvcf/issues/1349",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const wanted = machine.fabric.interfaces;
      const got = fabricInterfaces(group).length;
      if (group.interfaces === undefined || group.fabricWanted === false || got >= wanted) continue;
      const gang =
        Math.max(group.size?.max ?? 0, group.nodesWanted ?? 0) > 1 && machine.acceleratorCount >= 8;
      if (group.fabricWanted !== true && got === 0 && !gang) continue;
      yield {
        severity: group.fabricWanted === true ? "error" : "warning",
        path: group.at,
        message:
          got === 0
            ? `${group.name} has no EFA interface, and ${machine.name} has ${wanted}: everything comes up green and NCCL falls back to TCP.`
            : `${group.name} has ${got} of the ${wanted} EFA interfaces of ${machine.name}: the rest of the bandwidth is lost without an error.`,
        got,
        allowed: wanted,
        hint: "Wire one EFA interface on every network card that supports it.",
      };
    }
  },
};
