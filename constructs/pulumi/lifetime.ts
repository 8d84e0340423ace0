import type { CustomResourceOptions } from "@pulumi/pulumi";

/**
 * Options of what holds data. Kept: Pulumi refuses to delete or replace it, and leaves it in the cloud when it is taken
 * out of the program. https://www.pulumi.com/docs/iac/concepts/resources/options/retainondelete/
 */
export function kept(keep: boolean): Pick<CustomResourceOptions, "protect" | "retainOnDelete"> {
  return keep ? { protect: true, retainOnDelete: true } : {};
}

/**
 * Options of what has a fixed name: the old one goes before the new one comes, as the cloud allows a name once.
 * https://www.pulumi.com/docs/iac/concepts/resources/options/deletebeforereplace/
 */
export const oneOfAName: Pick<CustomResourceOptions, "deleteBeforeReplace"> = { deleteBeforeReplace: true };
