import { fabricInterfaces } from "./fabric-interfaces.ts";
import type { Facts, NodeGroupFact, SecurityGroupFact } from "./facts.ts";

/**
 * The security groups on a node group's fabric, when none of those that can be read does what `allows` asks. Groups
 * that stand elsewhere cannot be read: where no other is attached, nothing is said.
 */
export function groupsThatMiss(
  facts: Facts,
  group: NodeGroupFact,
  allows: (securityGroup: SecurityGroupFact) => boolean | undefined,
): readonly string[] {
  const attached =
    group.fabricSecurityGroups ?? fabricInterfaces(group).flatMap((one) => one.securityGroups ?? []);
  const readable = facts.securityGroups.filter((one) => attached.includes(one.id));
  if (readable.some((one) => allows(one) !== false)) return [];
  return readable.map((one) => one.name);
}
