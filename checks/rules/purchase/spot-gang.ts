import type { Check } from "../../check.ts";
import { fabricInterfaces } from "../../fabric-interfaces.ts";

export const spotGang: Check = {
  code: "spot-gang",
  severity: "warning",
  title: "Nodes that work as one are not spot.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-interruptions.html",
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const nodes = Math.max(group.nodesWanted ?? 0, group.size?.max ?? 0);
      const gang = group.fabricWanted === true || fabricInterfaces(group).length > 0;
      if (group.market !== "spot" || !gang || nodes < 2) continue;
      yield {
        path: group.at,
        message: `${group.name} is ${nodes} spot nodes on one fabric: one interruption, at two minutes' notice, stops the whole run.`,
        got: "spot",
        allowed: ["on-demand", "reservation", "capacity-block"],
        hint: "Buy them another way, checkpoint often, or acknowledge this with a reason.",
      };
    }
  },
};
