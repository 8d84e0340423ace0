import {
  CfnDataRepositoryAssociation,
  type CfnDataRepositoryAssociationProps,
  CfnFileSystem,
  type CfnFileSystemProps,
} from "aws-cdk-lib/aws-fsx";
import { RemovalPolicy, Stack, Tags } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { FsxLustrePlan } from "../../planner/plan/storage.ts";
import type { FileSystemAccess } from "./file-system-access.ts";
import { subnetsIn } from "./node-subnets.ts";
import { SecurityGroup } from "./security-group.ts";
import { type Transform, transformed } from "./transform.ts";

export interface LustreFileSystemProps extends FileSystemAccess {
  readonly plan: FsxLustrePlan;
  readonly transform?:
    | {
        readonly fileSystem?: Transform<CfnFileSystemProps> | undefined;
        readonly association?: Transform<CfnDataRepositoryAssociationProps> | undefined;
      }
    | undefined;
}

/** FSx for Lustre beside the nodes, filled from a bucket where the plan says so. */
export class LustreFileSystem extends Construct {
  readonly fileSystem: CfnFileSystem;
  readonly association: CfnDataRepositoryAssociation | undefined;
  readonly securityGroup: SecurityGroup;
  readonly fileSystemId: string;
  readonly mountName: string;
  readonly dnsName: string;

  constructor(scope: Construct, id: string, props: LustreFileSystemProps) {
    super(scope, id);
    this.securityGroup = this.createSecurityGroup(props);
    this.fileSystem = this.createFileSystem(props);
    this.fileSystemId = this.fileSystem.ref;
    this.mountName = this.fileSystem.attrLustreMountName;
    this.dnsName = this.fileSystem.attrDnsName;
    this.association = this.joinBucket(props);
  }

  /** https://docs.aws.amazon.com/fsx/latest/LustreGuide/limit-access-security-groups.html */
  private createSecurityGroup(props: LustreFileSystemProps): SecurityGroup {
    const group = new SecurityGroup(this, "SecurityGroup", {
      vpcId: props.vpcId,
      description: `Lustre ${props.plan.name}`,
    });
    for (const { id, ...ports } of lustrePorts) {
      group.connect(`Servers${id}`, group.groupId, ports, "Lustre between its servers");
      group.connect(`Nodes${id}`, props.nodesSecurityGroupId, ports, "Lustre for nodes");
      // Servers call their clients too, so the same ports are open on those (same page, rules of Lustre clients).
      group.enter(`Nodes${id}`, props.nodesSecurityGroupId, ports, "Lustre calls its clients");
    }
    return group;
  }

  private createFileSystem(props: LustreFileSystemProps): CfnFileSystem {
    const { plan, fabricSecurityGroupId } = props;
    const persistent = plan.deploymentType === "PERSISTENT_2";
    const groups = [this.securityGroup.groupId];
    if (plan.efa && fabricSecurityGroupId !== null) groups.push(fabricSecurityGroupId);
    const fileSystem = new CfnFileSystem(
      this,
      "FileSystem",
      transformed<CfnFileSystemProps>(
        {
          fileSystemType: "LUSTRE",
          fileSystemTypeVersion: "2.15",
          storageType: plan.storageType,
          storageCapacity: plan.sizeGiB ?? undefined,
          subnetIds: subnetsIn(props.subnets, plan.zone === null ? [] : [plan.zone]).slice(0, 1),
          securityGroupIds: groups,
          // A scratch file system is always encrypted with FSx's own key and takes no other.
          kmsKeyId: persistent ? props.keyArn : undefined,
          lustreConfiguration: {
            deploymentType: plan.deploymentType,
            perUnitStorageThroughput: plan.mbpsPerTiB ?? undefined,
            dataCompressionType: "LZ4",
            efaEnabled: plan.efa ? true : undefined,
            metadataConfiguration:
              plan.metadataIops === null ? undefined : { mode: "USER_PROVISIONED", iops: plan.metadataIops },
          },
        },
        props.transform?.fileSystem,
      ),
    );
    // FSx refuses a file system whose group does not let Lustre pass yet.
    // https://github.com/aws/aws-parallelcluster/issues/6181
    for (const rule of this.securityGroup.rules) fileSystem.addResourceDependency(rule);
    Tags.of(fileSystem).add("Name", plan.name);
    fileSystem.applyRemovalPolicy(plan.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    return fileSystem;
  }

  private joinBucket({ plan, transform }: LustreFileSystemProps): CfnDataRepositoryAssociation | undefined {
    if (plan.source === null || plan.sourceUrl === null) return undefined;
    const association = new CfnDataRepositoryAssociation(
      this,
      "Association",
      transformed<CfnDataRepositoryAssociationProps>(
        {
          fileSystemId: this.fileSystemId,
          fileSystemPath: `/${plan.source}`,
          dataRepositoryPath: plan.sourceUrl.replaceAll("{account}", Stack.of(this).account),
          batchImportMetaDataOnCreate: true,
          s3: {
            autoImportPolicy: { events: ["NEW", "CHANGED", "DELETED"] },
            // What disappears from the file system stays in the bucket.
            autoExportPolicy: { events: ["NEW", "CHANGED"] },
          },
        },
        transform?.association,
      ),
    );
    association.applyRemovalPolicy(plan.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    return association;
  }
}

const lustrePorts = [
  { id: "Main", protocol: "tcp", from: 988, to: 988 },
  { id: "Callback", protocol: "tcp", from: 1018, to: 1023 },
] as const;
