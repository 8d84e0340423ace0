import type { CfnLaunchTemplate } from "aws-cdk-lib/aws-ec2";
import type { DiskPlan } from "../../planner/plan/pool.ts";

type LaunchTemplateData = CfnLaunchTemplate.LaunchTemplateDataProperty;

/** Tags of what a launch template launches: tags on the stack do not reach instances and volumes. */
export type NodeTags = Readonly<Record<string, string>>;

/** What every node has in common, whatever it computes with. */
export function launchBasics(amiType: string, disk: DiskPlan, tags: NodeTags): LaunchTemplateData {
  const cfnTags = Object.entries(tags).map(([key, value]) => ({ key, value }));
  return {
    metadataOptions: {
      httpEndpoint: "enabled",
      httpTokens: "required",
      // One hop: pods cannot take the node's rights; those that need rights have their own through Pod Identity.
      // https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html
      httpPutResponseHopLimit: 1,
    },
    // The account's own EBS key: node disks hold images and scratch, and a customer key would need a grant to the
    // Auto Scaling service role. https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
    blockDeviceMappings: disks(amiType, disk),
    tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
      resourceType,
      tags: cfnTags,
    })),
  };
}

function disks(amiType: string, disk: DiskPlan): LaunchTemplateData["blockDeviceMappings"] {
  // Bottlerocket keeps its system on one small disk and everything else on a second one.
  // https://bottlerocket.dev/en/os/latest/concepts/components/#data-storage
  const deviceName = amiType.startsWith("BOTTLEROCKET") ? "/dev/xvdb" : "/dev/xvda";
  return [
    {
      deviceName,
      ebs: {
        volumeType: disk.type,
        volumeSize: disk.sizeGiB,
        iops: disk.iops ?? undefined,
        throughput: disk.throughputMBps ?? undefined,
        encrypted: true,
        deleteOnTermination: true,
      },
    },
  ];
}
