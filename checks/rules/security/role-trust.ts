import type { Check } from "../../check.ts";

export const roleTrust: Check = {
  code: "role-trust",
  severity: "error",
  title: "The role of nodes can be assumed by the machines.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html",
  clouds: ["aws"],
  *violations(facts) {
    const roles = new Set(
      facts.nodeGroups.filter((group) => group.provisioner === "managed").map((group) => group.role),
    );
    for (const { at, name, id, trusts } of facts.roles) {
      if (!roles.has(id) || trusts === undefined || trusts.includes("ec2.amazonaws.com")) continue;
      yield {
        path: at,
        message: `The node role ${name} can be assumed by ${trusts.join(", ") || "nobody"}, not by machines.`,
        got: trusts,
        allowed: "ec2.amazonaws.com",
        hint: "Add ec2.amazonaws.com as a service principal to its trust policy.",
      };
    }
  },
};
