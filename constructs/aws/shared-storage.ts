import type { CfnFileSystemProps as CfnEfsProps } from "aws-cdk-lib/aws-efs";
import type { CfnDataRepositoryAssociationProps, CfnFileSystemProps } from "aws-cdk-lib/aws-fsx";
import type { CfnBucketProps } from "aws-cdk-lib/aws-s3";
import { Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { AwsStoragePlan, S3Plan } from "../../planner/plan/storage.ts";
import { Bucket } from "./bucket.ts";
import { EfsFileSystem } from "./efs-file-system.ts";
import type { FileSystemAccess } from "./file-system-access.ts";
import { LustreFileSystem } from "./lustre-file-system.ts";
import { OpenZfsFileSystem } from "./openzfs-file-system.ts";
import type { Transform } from "./transform.ts";

export type FileSystemPlan = Exclude<AwsStoragePlan, S3Plan>;
export type FileSystem = LustreFileSystem | OpenZfsFileSystem | EfsFileSystem;

export interface SharedStorageProps {
  readonly buckets?: {
    readonly plans: readonly S3Plan[];
    readonly keyArn: string;
    /** Bucket that receives the access logs. */
    readonly logBucketName: string;
  };
  readonly fileSystems?: { readonly plans: readonly FileSystemPlan[]; readonly access: FileSystemAccess };
  readonly transform?: {
    readonly bucket?: Transform<CfnBucketProps>;
    readonly lustre?: Transform<CfnFileSystemProps>;
    readonly association?: Transform<CfnDataRepositoryAssociationProps>;
    readonly openZfs?: Transform<CfnFileSystemProps>;
    readonly efs?: Transform<CfnEfsProps>;
  };
}

/** Buckets and file systems, each under the name that the environment gives it. What exists already is left alone. */
export class SharedStorage extends Construct {
  readonly buckets: ReadonlyMap<string, Bucket>;
  readonly fileSystems: ReadonlyMap<string, FileSystem>;

  constructor(scope: Construct, id: string, props: SharedStorageProps) {
    super(scope, id);
    const created = (plan: AwsStoragePlan): boolean => plan.existing === null;
    this.buckets = new Map(
      props.buckets?.plans.filter(created).map((plan) => [plan.name, this.createBucket(plan, props)]),
    );
    this.fileSystems = new Map(
      props.fileSystems?.plans.filter(created).map((plan) => [plan.name, this.createFileSystem(plan, props)]),
    );
  }

  private createBucket(plan: S3Plan, { buckets, transform }: SharedStorageProps): Bucket {
    return new Bucket(this, plan.name, {
      bucketName: plan.bucket.replaceAll("{account}", Stack.of(this).account),
      versioned: plan.versioned,
      retain: plan.retain,
      keyArn: buckets?.keyArn ?? null,
      accessLogs:
        buckets === undefined ? null : { bucketName: buckets.logBucketName, prefix: `access/${plan.name}/` },
      transform: transform?.bucket,
    });
  }

  private createFileSystem(
    plan: FileSystemPlan,
    { fileSystems, transform = {} }: SharedStorageProps,
  ): FileSystem {
    if (fileSystems === undefined) throw new Error("a file system was planned without its surroundings");
    const { access } = fileSystems;
    switch (plan.product) {
      case "fsx-lustre":
        return new LustreFileSystem(this, plan.name, {
          ...access,
          plan,
          transform: { fileSystem: transform.lustre, association: transform.association },
        });
      case "fsx-openzfs":
        return new OpenZfsFileSystem(this, plan.name, {
          ...access,
          plan,
          transform: { fileSystem: transform.openZfs },
        });
      case "efs":
        return new EfsFileSystem(this, plan.name, {
          ...access,
          plan,
          transform: { fileSystem: transform.efs },
        });
    }
  }
}
