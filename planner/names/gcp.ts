import { createHash } from "node:crypto";

const HASH_LENGTH = 8;

/** Longest name of a Compute Engine resource. https://cloud.google.com/compute/docs/naming-resources */
export const GCP_NAME_LENGTH = 63;

/**
 * A name for a Google Cloud resource: as it is where it fits, else cut, and told apart by a hash of the whole. The same
 * text always gives the same name.
 */
export function gcpName(text: string, longest: number = GCP_NAME_LENGTH): string {
  if (text.length <= longest) return text;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, HASH_LENGTH);
  return `${text.slice(0, longest - HASH_LENGTH - 1).replace(/-+$/, "")}-${hash}`;
}

/** A label's key or value: lower-case letters, digits, `_` and `-`. https://cloud.google.com/resource-manager/docs/labels-overview */
export function gcpLabel(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, "-")
    .slice(0, GCP_NAME_LENGTH);
}
