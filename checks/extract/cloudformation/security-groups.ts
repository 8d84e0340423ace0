import type { Path } from "../../../spec/finding.ts";
import type { OpenIngressFact, SecurityGroupFact } from "../../facts.ts";
import type { Stack } from "./stack.ts";
import { at, items, number, text, UNKNOWN } from "./values.ts";

interface Rule {
  readonly at: Path;
  readonly rule: unknown;
}

const EVERYWHERE = ["0.0.0.0/0", "::/0"];

/** Security groups with their rules, whether these stand inside or as resources of their own. */
export function securityGroupFacts(stack: Stack): readonly SecurityGroupFact[] {
  return stack.ofType("AWS::EC2::SecurityGroup").map(({ id, at: path, properties }) => {
    const ingress = [
      ...inside(path, "SecurityGroupIngress", properties.SecurityGroupIngress),
      ...beside(stack, "AWS::EC2::SecurityGroupIngress", id),
    ];
    const egress = [
      ...inside(path, "SecurityGroupEgress", properties.SecurityGroupEgress),
      ...beside(stack, "AWS::EC2::SecurityGroupEgress", id),
    ];
    return {
      at: path,
      name: id,
      id,
      selfIngress: toItself(ingress, "SourceSecurityGroupId", id),
      selfEgress: toItself(egress, "DestinationSecurityGroupId", id),
      openIngress: ingress.flatMap(openRule),
    };
  });
}

function inside(path: Path, property: string, rules: unknown): readonly Rule[] {
  return items(rules).map((rule, index) => ({ at: [...path, property, index], rule }));
}

function beside(stack: Stack, type: string, group: string): readonly Rule[] {
  return stack
    .ofType(type)
    .filter((one) => (text(one.properties.GroupId) ?? text(one.properties.GroupName)) === group)
    .map((one) => ({ at: one.at, rule: one.properties }));
}

/** `undefined` when a rule's partner or protocol is known at deployment only. */
function toItself(rules: readonly Rule[], partner: string, group: string): boolean | undefined {
  const all = rules.filter(({ rule }) => ["-1", undefined].includes(text(at(rule, "IpProtocol"))));
  if (all.some(({ rule }) => text(at(rule, partner)) === group)) return true;
  return all.some(({ rule }) => at(rule, partner) === UNKNOWN) ? undefined : false;
}

function openRule({ at: path, rule }: Rule): readonly OpenIngressFact[] {
  const range = text(at(rule, "CidrIp")) ?? text(at(rule, "CidrIpv6"));
  if (range === undefined || !EVERYWHERE.includes(range)) return [];
  const protocol = text(at(rule, "IpProtocol")) ?? "-1";
  const from = number(at(rule, "FromPort"));
  const to = number(at(rule, "ToPort")) ?? from;
  const everyPort = protocol === "-1" || from === undefined || to === undefined || from === -1;
  return [{ at: path, protocol, ports: everyPort ? null : { from, to } }];
}
