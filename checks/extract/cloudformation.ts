import type { Facts } from "../facts.ts";
import { noFacts } from "../facts.ts";
import { brokenFacts } from "./cloudformation/broken.ts";
import { addonFacts, clusterFacts } from "./cloudformation/clusters.ts";
import { fileSystemFacts } from "./cloudformation/file-systems.ts";
import { trainingServiceFacts } from "./cloudformation/hyperpod.ts";
import { machineGroupFacts } from "./cloudformation/machine-groups.ts";
import { nameFacts } from "./cloudformation/names.ts";
import { publicSubnets, rangeFacts, subnetZones } from "./cloudformation/networks.ts";
import { nodeGroupFacts } from "./cloudformation/node-groups.ts";
import { placementGroupFacts } from "./cloudformation/placement-groups.ts";
import { roleFacts } from "./cloudformation/roles.ts";
import { securityGroupFacts } from "./cloudformation/security-groups.ts";
import { readTemplates } from "./cloudformation/stack.ts";
import type { CloudFormationTemplate, TemplateOptions } from "./cloudformation/template.ts";
import { strangeWords } from "./cloudformation/words.ts";

export type { CloudFormationTemplate, TemplateOptions } from "./cloudformation/template.ts";

/**
 * Facts of one or several CloudFormation templates that are deployed together: stacks of one app, whose outputs and
 * imports join them. Templates made by other tools work too; whatever cannot be resolved from the templates is unknown,
 * and the checks say nothing about it.
 */
export function cloudFormationFacts(
  templates: CloudFormationTemplate | readonly CloudFormationTemplate[],
  options: TemplateOptions = {},
): Facts {
  const stack = readTemplates(templates, options);
  return {
    ...noFacts("aws"),
    region: stack.region,
    now: options.now,
    nodeGroups: [...nodeGroupFacts(stack), ...trainingServiceFacts(stack), ...machineGroupFacts(stack)],
    placementGroups: placementGroupFacts(stack),
    fileSystems: fileSystemFacts(stack),
    securityGroups: securityGroupFacts(stack),
    ranges: rangeFacts(stack),
    clusters: clusterFacts(stack),
    addons: addonFacts(stack),
    roles: roleFacts(stack),
    names: nameFacts(stack),
    strangeWords: strangeWords(stack),
    broken: brokenFacts(stack),
    publicSubnets: publicSubnets(stack),
    subnetZones: subnetZones(stack),
  };
}
