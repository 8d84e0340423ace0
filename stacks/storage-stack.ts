import type { Construct } from "constructs";
import { LustreFileSystem } from "../constructs/aws/lustre-file-system.ts";
import { type FileSystemPlan, SharedStorage } from "../constructs/aws/shared-storage.ts";
import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import type { StoragePlan } from "../planner/plan/storage.ts";
import type { DataStack } from "./data-stack.ts";
import { EnvironmentStack, type EnvironmentStackProps } from "./environment-stack.ts";
import { output, outputId } from "./output.ts";

export interface StorageStackProps extends EnvironmentStackProps {
  readonly data: DataStack;
}

/** The file systems: created beside the cluster, which does not wait for them, and kept when it goes. */
export class StorageStack extends EnvironmentStack {
  readonly storage: SharedStorage;

  constructor(scope: Construct, { data, ...props }: StorageStackProps) {
    super(scope, "storage", { ...props, terminationProtection: props.plan.guardrails.protectData });
    this.addStackDependency(data);
    this.storage = new SharedStorage(this, "Storage", {
      fileSystems: {
        plans: newFileSystems(this.plan),
        access: {
          vpcId: data.network.vpcId,
          subnets: data.network.nodeSubnets,
          routeTableIds: data.network.routeTableIds,
          nodesSecurityGroupId: data.network.nodesSecurityGroup.groupId,
          fabricSecurityGroupId: data.fabric.securityGroupId,
          keyArn: data.encryption.keyArn,
        },
      },
      transform: this.transform.storage,
    });
    this.describe();
  }

  private describe(): void {
    for (const [name, fileSystem] of this.storage.fileSystems) {
      output(this, outputId(name, "FileSystemId"), `File system ${name}`, fileSystem.fileSystemId);
      output(this, outputId(name, "DnsName"), `Where ${name} is mounted from`, fileSystem.dnsName);
      if (fileSystem instanceof LustreFileSystem) {
        output(this, outputId(name, "MountName"), `Lustre mount name of ${name}`, fileSystem.mountName);
      }
    }
  }
}

/** File systems that do not exist yet. */
export function newFileSystems({ storage }: EnvironmentPlan): FileSystemPlan[] {
  return storage.filter((plan) => plan.existing === null).filter(isFileSystem);
}

function isFileSystem(plan: StoragePlan): plan is FileSystemPlan {
  return plan.product !== "s3";
}
