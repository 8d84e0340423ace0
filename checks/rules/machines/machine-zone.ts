import type { Check } from "../../check.ts";
import { knownMachines } from "../../known-machines.ts";
import { isZoneId, zonesOf } from "../../zones.ts";

export const machineZone: Check = {
  code: "machine-zone",
  severity: "error",
  title: "A machine type is offered in the zone.",
  source: "https://github.com/awslabs/awsome-distributed-ai/issues/204",
  clouds: ["aws"],
  *violations(facts, catalog) {
    if (facts.region === undefined) return;
    for (const { group, machine } of knownMachines(facts, catalog)) {
      const offered = machine.offered[facts.region];
      if (offered === undefined || offered === null) continue;
      const zones = (zonesOf(facts, group) ?? []).filter(isZoneId);
      const missing = zones.filter((zone) => !offered.includes(zone));
      const anyFits = group.machines.length > 1 || missing.length < zones.length;
      if (missing.length === 0 || (anyFits && machine.acceleratorCount === 0)) continue;
      yield {
        path: group.at,
        message: `${group.name}: ${machine.name} is not offered in ${missing.join(", ")}.`,
        got: missing,
        allowed: offered,
        hint: `In ${facts.region} it is offered in ${offered.join(", ")}.`,
      };
    }
  },
};
