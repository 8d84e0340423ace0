import type { Check } from "../../check.ts";
import { instant, showDay } from "../../instants.ts";

export const reservationNotBegun: Check = {
  code: "reservation-not-begun",
  severity: "error",
  title: "Nodes of a reservation that has not begun stand at zero.",
  source: "https://github.com/GoogleCloudPlatform/cluster-toolkit/pull/5543",
  *violations(facts) {
    if (facts.now === undefined) return;
    for (const group of facts.nodeGroups) {
      const start = instant(group.reservation?.start);
      const nodes = Math.max(group.size?.min ?? 0, group.size?.desired ?? 0);
      if (start === undefined || start <= facts.now || nodes === 0) continue;
      yield {
        path: group.at,
        message: `${group.name} wants ${nodes} nodes now, and its reservation ${group.reservation?.id ?? ""} begins on ${showDay(start)}: creation fails for want of capacity.`,
        got: nodes,
        allowed: 0,
        hint: "Create the group with 0 nodes and let a schedule raise it at the start.",
      };
    }
  },
};
