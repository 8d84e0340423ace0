import type { InstanceArgs as FilestoreArgs } from "@pulumi/gcp/filestore/index.js";
import type { InstanceArgs as LustreArgs } from "@pulumi/gcp/lustre/index.js";
import type { ComponentResourceOptions } from "@pulumi/pulumi";
import type { FilestorePlan, GcpStoragePlan, GcsPlan, ManagedLustrePlan } from "../../planner/plan/gcp.ts";
import { Component, type Transform } from "../pulumi/index.ts";
import { Bucket, type BucketTransforms } from "./bucket.ts";
import type { FileSystemAccess } from "./file-system-access.ts";
import { FilestoreFileSystem } from "./filestore-file-system.ts";
import { LustreFileSystem } from "./lustre-file-system.ts";

export type FileSystem = LustreFileSystem | FilestoreFileSystem;

export interface SharedStorageProps extends FileSystemAccess {
  readonly plans: readonly GcpStoragePlan[];
  readonly transform?: BucketTransforms & {
    readonly lustre?: Transform<LustreArgs>;
    readonly filestore?: Transform<FilestoreArgs>;
  };
}

/**
 * Buckets and file systems, each under the name that the environment gives it. What exists already is left alone. Disks
 * of model weights (Hyperdisk ML) are made by the cluster's own volume populator when they are filled.
 */
export class SharedStorage extends Component {
  /** By name in the file. */
  readonly buckets: ReadonlyMap<string, Bucket>;
  readonly fileSystems: ReadonlyMap<string, FileSystem>;

  constructor(name: string, props: SharedStorageProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:SharedStorage", name, options);
    const created = props.plans.filter(({ existing }) => existing === null);
    this.buckets = new Map(
      created.flatMap((plan) =>
        plan.product === "gcs" ? [[plan.name, this.createBucket(plan, props)]] : [],
      ),
    );
    this.fileSystems = new Map(created.flatMap((plan) => this.createFileSystem(plan, props)));
    this.registerOutputs();
  }

  private createBucket(plan: GcsPlan, props: SharedStorageProps): Bucket {
    const { region, project, keyId, keyGrants, labels, transform } = props;
    return new Bucket(
      this.childName(plan.name),
      { plan, region, project, keyId, keyGrants, labels, ...(transform === undefined ? {} : { transform }) },
      { parent: this },
    );
  }

  private createFileSystem(plan: GcpStoragePlan, props: SharedStorageProps): [string, FileSystem][] {
    switch (plan.product) {
      case "managed-lustre":
        return [[plan.name, this.createLustre(plan, props)]];
      case "filestore":
        return [[plan.name, this.createFilestore(plan, props)]];
      case "gcs":
      case "hyperdisk-ml":
        return [];
    }
  }

  private createLustre(
    plan: ManagedLustrePlan,
    { transform, ...access }: SharedStorageProps,
  ): LustreFileSystem {
    return new LustreFileSystem(
      this.childName(plan.name),
      { ...access, plan, transform: { fileSystem: transform?.lustre } },
      { parent: this },
    );
  }

  private createFilestore(
    plan: FilestorePlan,
    { transform, ...access }: SharedStorageProps,
  ): FilestoreFileSystem {
    return new FilestoreFileSystem(
      this.childName(plan.name),
      { ...access, plan, transform: { fileSystem: transform?.filestore } },
      { parent: this },
    );
  }
}
