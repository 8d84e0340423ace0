import type { FindingKind } from "../../../spec/finding.ts";
import type { StorageSpec } from "../../../spec/schema/storage.ts";
import type { PlanContext } from "../../context.ts";
import type { GcsPlan } from "../../plan/gcp-storage.ts";
import { storageUsers } from "../aws/users.ts";
import type { StorageInput } from "../aws.ts";
import { bucketOfUrl, gcsBucketName } from "./bucket-name.ts";

export const versioningWithFolders: FindingKind = {
  code: "versioning-with-folders",
  severity: "info",
  title: "A bucket has a hierarchical namespace or keeps earlier versions, not both.",
  source: "https://cloud.google.com/storage/docs/hns-overview#limitations",
};

/** Days in which deleted objects can be brought back: the least that is not none. https://cloud.google.com/storage/docs/soft-delete */
const SOFT_DELETE_DAYS = 7;

/**
 * A bucket with the hierarchical namespace, whose folders checkpoints are renamed in at once. It excludes versions of
 * objects: soft delete stands in for them.
 */
export function planGcsObject(
  spec: Extract<StorageSpec, { kind: "object" }>,
  input: StorageInput,
  context: PlanContext,
): GcsPlan {
  const { existing } = spec;
  if (existing === undefined && spec.versioned) {
    context.report(versioningWithFolders, {
      path: ["storage", input.index, "versioned"],
      message: `${spec.name} keeps deleted objects for ${SOFT_DELETE_DAYS} days in place of versions: a hierarchical namespace takes none.`,
      got: true,
      hint: "Nothing has to be done; write versioned: false to say so.",
    });
  }
  return {
    name: spec.name,
    kind: "object",
    product: "gcs",
    sizeGiB: null,
    throughputMBps: null,
    existing: existing ?? null,
    retain: spec.retain,
    zone: null,
    bucket: existing === undefined ? gcsBucketName(input.environment, spec.name) : bucketOfUrl(existing),
    versioned: false,
    hierarchicalNamespace: true,
    fuseProfile: profileOf(spec.name, input),
    anywhereCaches: [],
    softDeleteDays: SOFT_DELETE_DAYS,
    reason:
      existing === undefined
        ? "A bucket of the environment's own with folders as such; the project is part of its name, so that nobody else can hold it."
        : "Exists already: it is used and never changed.",
  };
}

/** What the bucket is mounted for: checkpoints where training writes to it, data where it only reads. */
function profileOf(name: string, { environment, pools }: StorageInput): GcsPlan["fuseProfile"] {
  const { workloads } = storageUsers(name, environment, pools);
  const trains = workloads.filter(({ kind }) => kind === "training" || kind === "fine-tuning");
  if (trains.some((work) => "writes" in work && work.writes === name)) return "checkpointing";
  return trains.length > 0 ? "training" : null;
}
