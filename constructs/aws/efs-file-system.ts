import { CfnFileSystem, type CfnFileSystemProps, CfnMountTarget } from "aws-cdk-lib/aws-efs";
import { RemovalPolicy, Stack, Tags } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { EfsPlan } from "../../planner/plan/storage.ts";
import type { FileSystemAccess } from "./file-system-access.ts";
import { onePerZone } from "./node-subnets.ts";
import { policyDocument } from "./policy-document.ts";
import { SecurityGroup } from "./security-group.ts";
import { type Transform, transformed } from "./transform.ts";

export interface EfsFileSystemProps extends FileSystemAccess {
  readonly plan: EfsPlan;
  readonly transform?: { readonly fileSystem?: Transform<CfnFileSystemProps> } | undefined;
}

/** EFS: homes and code over NFS where neither size nor throughput is known beforehand. */
export class EfsFileSystem extends Construct {
  readonly fileSystem: CfnFileSystem;
  /** By zone id, or by subnet id where the zone is unknown. */
  readonly mountTargets: ReadonlyMap<string, CfnMountTarget>;
  readonly securityGroup: SecurityGroup;
  readonly fileSystemId: string;
  readonly dnsName: string;

  constructor(scope: Construct, id: string, props: EfsFileSystemProps) {
    super(scope, id);
    this.securityGroup = new SecurityGroup(this, "SecurityGroup", {
      vpcId: props.vpcId,
      description: `NFS ${props.plan.name}`,
    });
    const nfs = { protocol: "tcp", from: 2049, to: 2049 } as const;
    this.securityGroup.admit("Nodes", props.nodesSecurityGroupId, nfs, "NFS for nodes");
    this.fileSystem = this.createFileSystem(props);
    this.fileSystemId = this.fileSystem.attrFileSystemId;
    this.dnsName = `${this.fileSystemId}.efs.${Stack.of(this).region}.${Stack.of(this).urlSuffix}`;
    this.mountTargets = new Map(
      onePerZone(props.subnets).map(({ id: subnetId, zone }) => [
        zone ?? subnetId,
        new CfnMountTarget(this, `MountTarget-${zone ?? subnetId}`, {
          fileSystemId: this.fileSystemId,
          subnetId,
          securityGroups: [this.securityGroup.groupId],
        }),
      ]),
    );
  }

  private createFileSystem({ plan, keyArn, transform }: EfsFileSystemProps): CfnFileSystem {
    const fileSystem = new CfnFileSystem(
      this,
      "FileSystem",
      transformed<CfnFileSystemProps>(
        {
          encrypted: true,
          kmsKeyId: keyArn,
          performanceMode: "generalPurpose",
          throughputMode: plan.throughputMode,
          backupPolicy: { status: "ENABLED" },
          fileSystemPolicy: mountTargetsOverTls,
        },
        transform?.fileSystem,
      ),
    );
    Tags.of(fileSystem).add("Name", plan.name);
    fileSystem.applyRemovalPolicy(plan.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    return fileSystem;
  }
}

/**
 * Anyone who reaches a mount target may mount, over TLS only: the security group decides who reaches it.
 * https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html
 */
const mountTargetsOverTls = policyDocument(
  {
    Sid: "MountTargets",
    Effect: "Allow",
    Principal: { AWS: "*" },
    Action: [
      "elasticfilesystem:ClientMount",
      "elasticfilesystem:ClientWrite",
      "elasticfilesystem:ClientRootAccess",
    ],
    Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
  },
  {
    Sid: "OverTls",
    Effect: "Deny",
    Principal: { AWS: "*" },
    Action: "*",
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  },
);
