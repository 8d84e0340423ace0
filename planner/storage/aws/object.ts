import type { StorageSpec } from "../../../spec/schema/storage.ts";
import type { S3Plan } from "../../plan/storage.ts";
import type { StorageInput } from "../aws.ts";
import { bucketName, bucketOfUrl } from "./bucket-name.ts";

/** A bucket of the environment's own, or one that exists. */
export function planObject(
  spec: Extract<StorageSpec, { kind: "object" }>,
  { environment }: StorageInput,
): S3Plan {
  const { existing } = spec;
  return {
    name: spec.name,
    kind: "object",
    product: "s3",
    sizeGiB: null,
    throughputMBps: null,
    existing: existing ?? null,
    retain: spec.retain,
    zone: null,
    bucket: existing === undefined ? bucketName(environment, spec.name) : bucketOfUrl(existing),
    versioned: spec.versioned,
    reason:
      existing === undefined
        ? "A bucket of the environment's own; the account is part of its name, so that nobody else can hold it."
        : "Exists already: it is used and never changed.",
  };
}
