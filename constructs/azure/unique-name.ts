import { createHash } from "node:crypto";
import { type Input, type Output, output } from "@pulumi/pulumi";

/**
 * A name that is unique in the world and the same at every deployment: `{unique}` in the template becomes eight letters
 * and digits of a hash of subscription and resource group.
 */
export function uniqueName(
  template: string,
  subscriptionId: Input<string>,
  resourceGroup: Input<string>,
): Output<string> {
  return output([subscriptionId, resourceGroup]).apply((words) =>
    template.replaceAll("{unique}", createHash("sha256").update(words.join("/")).digest("hex").slice(0, 8)),
  );
}
