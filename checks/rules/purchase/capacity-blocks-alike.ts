import type { Check } from "../../check.ts";
import type { NodeGroupFact } from "../../facts.ts";
import { instant } from "../../instants.ts";

export const capacityBlocksAlike: Check = {
  code: "capacity-blocks-alike",
  severity: "error",
  title: "A node provisioner gets one capacity block for each machine type, zone and time.",
  source: "https://github.com/aws/karpenter-provider-aws/issues/8514",
  clouds: ["aws"],
  *violations(facts) {
    const blocks = facts.nodeGroups.filter(
      (group) => group.provisioner === "elastic" && group.reservation?.kind === "capacity-block",
    );
    for (const [index, group] of blocks.entries()) {
      const earlier = blocks.slice(0, index).find((other) => alike(other, group));
      if (earlier === undefined) continue;
      yield {
        path: group.at,
        message: `${group.name} and ${earlier.name} are capacity blocks of one machine type and zone on an elastic pool: the provisioner uses only one of them.`,
        got: [earlier.reservation?.id, group.reservation?.id],
        allowed: "one block at a time",
        hint: "Give the pool a fixed number of nodes, which makes one node group for each block, or use a pool for each.",
      };
    }
  },
};

function alike(one: NodeGroupFact, other: NodeGroupFact): boolean {
  const samePlace = one.zones === undefined || other.zones === undefined || one.zones[0] === other.zones[0];
  return one.pool === other.pool && one.machines[0] === other.machines[0] && samePlace && overlap(one, other);
}

function overlap(one: NodeGroupFact, other: NodeGroupFact): boolean {
  const from = (group: NodeGroupFact) => instant(group.reservation?.start) ?? Number.NEGATIVE_INFINITY;
  const until = (group: NodeGroupFact) => instant(group.reservation?.end) ?? Number.POSITIVE_INFINITY;
  return from(one) < until(other) && from(other) < until(one);
}
