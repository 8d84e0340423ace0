import type { Environment } from "../../../spec/schema/environment.ts";
import type { StorageSpec } from "../../../spec/schema/storage.ts";
import type { S3Plan } from "../../plan/storage.ts";
import type { StorageInput } from "../aws.ts";
import { bucketName, bucketOfUrl } from "./bucket-name.ts";

/**
 * Model weights: a bucket that pods read through Mountpoint for Amazon S3, which caches on the node's own NVMe.
 * https://docs.aws.amazon.com/eks/latest/userguide/s3-csi.html
 */
export function planModelCache(
  spec: Extract<StorageSpec, { kind: "model-cache" }>,
  { environment }: StorageInput,
): S3Plan {
  const existing = spec.existing ?? sourceUrl(environment, spec.source);
  return {
    name: spec.name,
    kind: "model-cache",
    product: "s3",
    sizeGiB: spec.sizeGiB ?? null,
    throughputMBps: null,
    existing: existing ?? null,
    retain: spec.retain,
    zone: null,
    bucket: existing === undefined ? bucketName(environment, spec.name) : bucketOfUrl(existing),
    versioned: true,
    reason:
      existing === undefined
        ? "A bucket read through Mountpoint, cached on the nodes' local disks: weights are written once and read by many."
        : `Reads ${existing} through Mountpoint, cached on the nodes' local disks; nothing is created.`,
  };
}

/** URL of the object storage named as source: its own, or that of the bucket which the environment makes for it. */
export function sourceUrl(environment: Environment, source: string | undefined): string | undefined {
  const found = environment.storage.find(({ name }) => name === source);
  if (source === undefined || found === undefined) return undefined;
  return found.existing ?? `s3://${bucketName(environment, found.name)}`;
}
