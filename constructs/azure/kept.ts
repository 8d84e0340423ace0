import type { CustomResourceOptions } from "@pulumi/pulumi";

/**
 * Options of resources whose loss would be the loss of data: Pulumi refuses to delete them, and leaves them in the cloud
 * when they leave the program in spite of that.
 */
export function kept(retain: boolean): Pick<CustomResourceOptions, "protect" | "retainOnDelete"> {
  return retain ? { protect: true, retainOnDelete: true } : {};
}
