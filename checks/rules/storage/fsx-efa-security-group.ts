import type { Check } from "../../check.ts";
import { lustreFileSystems } from "../../lustre.ts";

export const fsxEfaSecurityGroup: Check = {
  code: "fsx-efa-security-group",
  severity: "error",
  title: "A Lustre file system with EFA has a security group that lets in and out all traffic of itself.",
  source: "https://docs.aws.amazon.com/fsx/latest/LustreGuide/efa-file-systems.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, efa, securityGroups } of lustreFileSystems(facts)) {
      if (efa !== true || securityGroups === undefined) continue;
      const readable = facts.securityGroups.filter((one) => securityGroups.includes(one.id));
      const fits = readable.some((one) => one.selfIngress !== false && one.selfEgress !== false);
      const elsewhere = readable.length === 0 && securityGroups.length > 0;
      if (fits || elsewhere) continue;
      yield {
        path: at,
        message:
          securityGroups.length === 0
            ? `${name} has EFA and no security group of its own: the network's default one drops EFA traffic.`
            : `${name} has EFA, and ${readable.map((one) => one.name).join(", ")} lacks rules for all traffic from and to itself.`,
        got: securityGroups,
        allowed: "a security group with all traffic from itself and to itself",
        hint: "Attach the security group of the EFA interfaces.",
      };
    }
  },
};
