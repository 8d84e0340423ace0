import { CfnFileSystem, type CfnFileSystemProps } from "aws-cdk-lib/aws-fsx";
import { RemovalPolicy, Tags } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { FsxOpenZfsPlan } from "../../planner/plan/storage.ts";
import type { FileSystemAccess } from "./file-system-access.ts";
import { onePerZone, subnetsIn } from "./node-subnets.ts";
import { SecurityGroup } from "./security-group.ts";
import { type Transform, transformed } from "./transform.ts";

export interface OpenZfsFileSystemProps extends FileSystemAccess {
  readonly plan: FsxOpenZfsPlan;
  readonly transform?: { readonly fileSystem?: Transform<CfnFileSystemProps> } | undefined;
}

/** FSx for OpenZFS: homes and code over NFS. */
export class OpenZfsFileSystem extends Construct {
  readonly fileSystem: CfnFileSystem;
  readonly securityGroup: SecurityGroup;
  readonly fileSystemId: string;
  readonly rootVolumeId: string;
  readonly dnsName: string;

  constructor(scope: Construct, id: string, props: OpenZfsFileSystemProps) {
    super(scope, id);
    this.securityGroup = this.createSecurityGroup(props);
    this.fileSystem = this.createFileSystem(props);
    this.fileSystemId = this.fileSystem.ref;
    this.rootVolumeId = this.fileSystem.attrRootVolumeId;
    this.dnsName = this.fileSystem.attrDnsName;
  }

  /** https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/limit-access-security-groups.html */
  private createSecurityGroup(props: OpenZfsFileSystemProps): SecurityGroup {
    const group = new SecurityGroup(this, "SecurityGroup", {
      vpcId: props.vpcId,
      description: `NFS ${props.plan.name}`,
    });
    for (const protocol of ["tcp", "udp"] as const) {
      for (const [from, to] of nfsPorts) {
        group.admit(
          `Nodes-${protocol}-${from}`,
          props.nodesSecurityGroupId,
          { protocol, from, to },
          "NFS for nodes",
        );
      }
    }
    return group;
  }

  private createFileSystem(props: OpenZfsFileSystemProps): CfnFileSystem {
    const { plan } = props;
    const fileSystem = new CfnFileSystem(
      this,
      "FileSystem",
      transformed<CfnFileSystemProps>(
        {
          fileSystemType: "OPENZFS",
          storageType: "SSD",
          storageCapacity: plan.sizeGiB ?? undefined,
          securityGroupIds: [this.securityGroup.groupId],
          kmsKeyId: props.keyArn,
          ...placement(props),
        },
        props.transform?.fileSystem,
      ),
    );
    Tags.of(fileSystem).add("Name", plan.name);
    fileSystem.applyRemovalPolicy(plan.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    return fileSystem;
  }
}

const nfsPorts = [
  [111, 111],
  [2049, 2049],
  [20001, 20003],
] as const;

/** One subnet, or the preferred one and a standby in another zone. */
function placement(
  props: OpenZfsFileSystemProps,
): Pick<CfnFileSystemProps, "subnetIds" | "openZfsConfiguration"> {
  const { plan } = props;
  const preferred = subnetsIn(props.subnets, plan.zone === null ? [] : [plan.zone])[0];
  const standby = onePerZone(props.subnets).find(({ zone, id }) => zone !== plan.zone && id !== preferred);
  const configuration = {
    deploymentType: plan.deploymentType,
    throughputCapacity: plan.throughputMBps ?? undefined,
    copyTagsToVolumes: true,
    copyTagsToBackups: true,
    rootVolumeConfiguration: {
      dataCompressionType: "LZ4",
      // Kubernetes sets owners and modes of what it mounts, which needs root; the security group decides who may mount.
      nfsExports: [
        { clientConfigurations: [{ clients: "*", options: ["rw", "crossmnt", "no_root_squash"] }] },
      ],
    },
    // Child volumes of claims would keep the file system from being deleted when its stack is.
    options: plan.retain ? undefined : ["DELETE_CHILD_VOLUMES_AND_SNAPSHOTS"],
  };
  const subnetIds = preferred === undefined ? [] : [preferred];
  if (plan.deploymentType !== "MULTI_AZ_1" || standby === undefined) {
    return { subnetIds, openZfsConfiguration: configuration };
  }
  return {
    subnetIds: [...subnetIds, standby.id],
    openZfsConfiguration: {
      ...configuration,
      preferredSubnetId: preferred,
      routeTableIds: props.routeTableIds.length > 0 ? [...props.routeTableIds] : undefined,
    },
  };
}
