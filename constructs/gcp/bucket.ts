import {
  AnywhereCache,
  type AnywhereCacheArgs,
  type BucketArgs,
  Bucket as StorageBucket,
} from "@pulumi/gcp/storage/index.js";
import {
  type ComponentResourceOptions,
  type Input,
  interpolate,
  type Output,
  output,
  type Resource,
} from "@pulumi/pulumi";
import type { GcsPlan } from "../../planner/plan/gcp.ts";
import { Component, kept, type Transform, transformed } from "../pulumi/index.ts";
import type { Labels } from "./labels.ts";

export interface BucketTransforms {
  readonly bucket?: Transform<BucketArgs> | undefined;
  readonly cache?: Transform<AnywhereCacheArgs> | undefined;
}

export interface BucketProps {
  readonly plan: GcsPlan;
  readonly region: string;
  readonly project: Input<string>;
  /** `undefined`: Google's own key. */
  readonly keyId: Input<string | undefined>;
  /** Leave to use the key: a bucket is refused before it is given. */
  readonly keyGrants: readonly Resource[];
  readonly labels: Labels;
  readonly transform?: BucketTransforms;
}

/** A bucket that nobody outside can be let into, with its caches near the accelerators. */
export class Bucket extends Component {
  readonly bucket: StorageBucket;
  readonly bucketName: Output<string>;
  /** By zone. */
  readonly caches: ReadonlyMap<string, AnywhereCache>;

  constructor(name: string, props: BucketProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:Bucket", name, options);
    const { plan, transform } = props;
    this.bucket = new StorageBucket(
      this.childName("bucket"),
      transformed<BucketArgs>(bucketArgs(props), transform?.bucket),
      this.child({ ...kept(plan.retain), dependsOn: [...props.keyGrants] }),
    );
    this.bucketName = this.bucket.name;
    this.caches = new Map(
      plan.anywhereCaches.map(({ zone, ttlHours }) => [
        zone,
        new AnywhereCache(
          this.childName(`cache-${zone}`),
          transformed<AnywhereCacheArgs>(
            { bucket: this.bucketName, zone, ttl: `${ttlHours * 3600}s` },
            transform?.cache,
          ),
          // Google states up to four hours for making a cache.
          // https://docs.cloud.google.com/storage/docs/anywhere-cache
          this.child({ customTimeouts: { create: "5h" } }),
        ),
      ]),
    );
    this.registerOutputs({ bucketName: this.bucketName });
  }
}

function bucketArgs({ plan, region, project, keyId, labels }: BucketProps): BucketArgs {
  return {
    name: bucketName(plan.bucket, project),
    project,
    location: region,
    uniformBucketLevelAccess: true,
    publicAccessPrevention: "enforced",
    hierarchicalNamespace: plan.hierarchicalNamespace ? { enabled: true } : undefined,
    versioning: { enabled: plan.versioned },
    softDeletePolicy: { retentionDurationSeconds: plan.softDeleteDays * 86_400 },
    encryption: output(keyId).apply((key) => (key === undefined ? undefined : { defaultKmsKeyName: key })),
    lifecycleRules: [{ action: { type: "AbortIncompleteMultipartUpload" }, condition: { age: 7 } }],
    forceDestroy: false,
    labels,
  };
}

/** The plan's name, with the project in place of `{account}`. */
export function bucketName(planned: string, project: Input<string>): Input<string> {
  const [before, after] = planned.split("{account}");
  return after === undefined ? planned : interpolate`${before}${project}${after}`;
}
