import type { StorageSpec } from "../../../spec/schema/storage.ts";
import type { GcpStoragePlan, GcsPlan, HyperdiskMlPlan } from "../../plan/gcp-storage.ts";
import type { PoolPlan } from "../../plan/pool.ts";
import type { StorageInput } from "../aws.ts";
import { bucketOfUrl, gcsBucketName, gcsSourceUrl } from "./bucket-name.ts";

type CacheSpec = Extract<StorageSpec, { kind: "model-cache" }>;

/** Hours that the cache keeps what was read. A day is the least. https://cloud.google.com/storage/docs/anywhere-cache */
const CACHE_HOURS = 24;

/**
 * Model weights: a bucket that serving pods read through Cloud Storage FUSE, with a cache in each of their zones. Where a
 * size and a source are given, a Hyperdisk ML volume that every pod reads at once, on machines that take one.
 */
export function planGcpModelCache(spec: CacheSpec, input: StorageInput): GcpStoragePlan {
  const { environment, pools } = input;
  const serving = servingPools(input);
  const source = gcsSourceUrl(environment, spec.source);
  const disk = spec.sizeGiB !== undefined && source !== undefined && spec.existing === undefined;
  const users = serving.length > 0 ? serving : pools;
  return disk && users.every(takesHyperdiskMl)
    ? diskPlan(spec, spec.sizeGiB ?? 0, source, zonesOf(users))
    : bucketPlan(spec, input, source, zonesOf(serving));
}

function diskPlan(
  spec: CacheSpec,
  sizeGiB: number,
  sourceUrl: string,
  zones: readonly string[],
): HyperdiskMlPlan {
  return {
    name: spec.name,
    kind: "model-cache",
    product: "hyperdisk-ml",
    sizeGiB,
    throughputMBps: null,
    existing: null,
    retain: spec.retain,
    zone: zones.length === 1 ? (zones[0] ?? null) : null,
    zones,
    accessMode: "READ_ONLY_MANY",
    source: spec.source ?? null,
    sourceUrl,
    reason: `Hyperdisk ML of ${sizeGiB} GiB, filled once from ${spec.source ?? "the bucket"} and read by every pod at once.`,
  };
}

function bucketPlan(
  spec: CacheSpec,
  { environment }: StorageInput,
  source: string | undefined,
  zones: readonly string[],
): GcsPlan {
  const existing = spec.existing ?? source;
  return {
    name: spec.name,
    kind: "model-cache",
    product: "gcs",
    sizeGiB: spec.sizeGiB ?? null,
    throughputMBps: null,
    existing: existing ?? null,
    retain: spec.retain,
    zone: null,
    bucket: existing === undefined ? gcsBucketName(environment, spec.name) : bucketOfUrl(existing),
    versioned: false,
    hierarchicalNamespace: true,
    fuseProfile: "serving",
    anywhereCaches: existing === undefined ? zones.map((zone) => ({ zone, ttlHours: CACHE_HOURS })) : [],
    softDeleteDays: 7,
    reason:
      existing === undefined
        ? "A bucket read through Cloud Storage FUSE, with a cache in each zone that serves: weights are written once and read by many."
        : `Reads ${existing} through Cloud Storage FUSE; nothing is created.`,
  };
}

function servingPools({ environment, pools }: StorageInput): readonly PoolPlan[] {
  const names = new Set(
    environment.workloads.flatMap((work) => (work.kind === "serving" ? [work.pool] : [])),
  );
  return pools.filter(({ name }) => names.has(name));
}

function zonesOf(pools: readonly PoolPlan[]): readonly string[] {
  return [...new Set(pools.flatMap((pool) => pool.options.flatMap(({ zones }) => zones)))].toSorted();
}

/** RDMA machines take Hyperdisk Balanced alone. https://cloud.google.com/compute/docs/disks/hyperdisks#machine-type-support */
function takesHyperdiskMl({ disk }: PoolPlan): boolean {
  return disk.type !== "hyperdisk-balanced";
}
