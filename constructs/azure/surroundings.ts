import type { Input } from "@pulumi/pulumi";

/** Where the resources of a construct are made, and the tags that they carry. */
export interface AzureSurroundings {
  readonly resourceGroupName: Input<string>;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** The part that almost every resource of Azure wants. */
export function placed({ resourceGroupName, location, tags }: AzureSurroundings) {
  return { resourceGroupName, location, tags: { ...tags } };
}
