import type { Check } from "../../check.ts";
import { hasFabric } from "../../fabric-interfaces.ts";
import { zonesOf } from "../../zones.ts";

export const efaAcrossZones: Check = {
  code: "efa-across-zones",
  severity: "error",
  title: "Nodes that talk over EFA are in one zone.",
  source: "https://github.com/pulumi/pulumi-eks/pull/1593",
  clouds: ["aws"],
  *violations(facts, catalog) {
    for (const group of facts.nodeGroups) {
      const zones = zonesOf(facts, group) ?? [];
      if (zones.length < 2 || !hasFabric(group, catalog)) continue;
      yield {
        path: group.at,
        message: `${group.name} has EFA interfaces and may start nodes in ${zones.length} zones (${zones.join(", ")}): EFA traffic never leaves a zone.`,
        got: zones,
        allowed: "one zone",
        hint: `Keep one of them, for example ${zones[0]}.`,
      };
    }
  },
};
