import type { Check } from "../../check.ts";

export const launchTemplateSettings: Check = {
  code: "launch-template-settings",
  severity: "error",
  title: "The launch template of a managed node group leaves to EKS what EKS sets.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, provisioner, settingsInLaunchTemplate: settings = [] } of facts.nodeGroups) {
      if (provisioner !== "managed" || settings.length === 0) continue;
      yield {
        path: at,
        message: `${name}: its launch template sets ${settings.join(", ")}, which EKS sets itself: the node group is refused.`,
        got: settings,
        allowed: "none of them",
        hint: "Set subnets, role and instance profile on the node group alone.",
      };
    }
  },
};
