import type { Check } from "../../check.ts";

export const capacityBlockSize: Check = {
  code: "capacity-block-size",
  severity: "error",
  title: "A capacity block holds no more machines than one can be bought with.",
  source: "https://github.com/aws-samples/sample-apex-skills/pull/107",
  clouds: ["aws"],
  *violations(facts, catalog) {
    const most = catalog.limit("aws", "ec2-capacity-block-instances")?.value;
    if (most === undefined) return;
    for (const group of facts.nodeGroups) {
      const nodes = group.reservation?.nodes ?? group.nodesWanted ?? group.size?.max ?? 0;
      if (group.reservation?.kind !== "capacity-block" || nodes <= most) continue;
      yield {
        path: group.at,
        message: `${group.name} wants ${nodes} nodes from one capacity block; a block holds at most ${most}.`,
        got: nodes,
        allowed: most,
        hint: `Split it into ${Math.ceil(nodes / most)} purchase options, one block each.`,
      };
    }
  },
};
