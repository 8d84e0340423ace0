import type { Check } from "../../check.ts";
import type { OpenIngressFact } from "../../facts.ts";

const WEB = [80, 443];

export const securityGroupOpen: Check = {
  code: "security-group-open",
  severity: "error",
  title: "No security group lets the whole internet in, web ports aside.",
  source: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-18",
  clouds: ["aws"],
  *violations(facts) {
    for (const { name, openIngress } of facts.securityGroups) {
      for (const rule of openIngress ?? []) {
        if (rule.ports !== null && rule.ports.from === rule.ports.to && WEB.includes(rule.ports.from))
          continue;
        yield {
          path: rule.at,
          message: `Security group ${name} lets the whole internet in on ${show(rule)}.`,
          got: show(rule),
          allowed: "named ranges or security groups; port 80 and 443",
          hint: "Name the range that needs it, and reach nodes through Systems Manager in place of SSH.",
        };
      }
    }
  },
};

function show({ protocol, ports }: OpenIngressFact): string {
  if (ports === null) return protocol === "-1" ? "every port and protocol" : `every ${protocol} port`;
  return ports.from === ports.to
    ? `${protocol} port ${ports.from}`
    : `${protocol} ports ${ports.from} to ${ports.to}`;
}
