import { describe, expect, it } from "vitest";
import {
  awsChecks,
  type CloudFormationTemplate,
  cloudFormationFacts,
  runChecks,
} from "../../checks/index.ts";
import { goodTemplate, mutated } from "./fixtures/good-template.ts";
import { catalog, now } from "./good-facts.ts";

const data = "Template.Properties.LaunchTemplateData";
const nodes = "Nodes.Properties";
const lustre = "Lustre.Properties";
const efaOnly = (card: number, device: number) => ({
  NetworkCardIndex: card,
  DeviceIndex: device,
  InterfaceType: "efa-only",
});

function errorsOf(template: CloudFormationTemplate) {
  return runChecks(awsChecks, cloudFormationFacts(template, { now }), catalog).filter(
    (finding) => finding.severity === "error",
  );
}

function codesOf(template: CloudFormationTemplate): readonly string[] {
  return errorsOf(template).map((finding) => finding.code);
}

/** What is broken, where, how, and the code that must say so. */
const MUTATIONS: readonly (readonly [string, string, unknown, string])[] = [
  ["machine type with a typo", `${data}.InstanceType`, "p5.49xlarge", "machine-unknown"],
  ["machine type of another service", `${data}.InstanceType`, "ml.p5.48xlarge", "machine-unknown"],
  [
    "forty EFA interfaces",
    `${data}.NetworkInterfaces`,
    Array.from({ length: 40 }, (_, card) => efaOnly(card, 1)),
    "efa-count",
  ],
  ["a network card that is not there", `${data}.NetworkInterfaces.32`, efaOnly(32, 0), "network-card-index"],
  ["two EFA interfaces on a card", `${data}.NetworkInterfaces.32`, efaOnly(4, 1), "one-efa-per-card"],
  ["two interfaces in one place", `${data}.NetworkInterfaces.32`, efaOnly(4, 0), "duplicate-interface"],
  ["a device that is not there", `${data}.NetworkInterfaces.32`, efaOnly(31, 5), "network-device-index"],
  [
    "a primary interface without an address",
    `${data}.NetworkInterfaces.0.InterfaceType`,
    "efa-only",
    "primary-efa-only",
  ],
  ["an interface type with a typo", `${data}.NetworkInterfaces.3.InterfaceType`, "efa_only", "word-unknown"],
  [
    "a public address on many interfaces",
    `${data}.NetworkInterfaces.0.AssociatePublicIpAddress`,
    true,
    "public-address-many-interfaces",
  ],
  [
    "a subnet in the launch template",
    `${data}.NetworkInterfaces.0.SubnetId`,
    "subnet-1",
    "launch-template-settings",
  ],
  [
    "an instance profile in the launch template",
    `${data}.IamInstanceProfile`,
    { Name: "x" },
    "launch-template-settings",
  ],
  ["EFA without inbound self rule", "EfaIn", undefined, "efa-self-ingress"],
  ["EFA without outbound self rule", "EfaOut", undefined, "efa-self-egress"],
  ["a self rule for TCP alone", "EfaIn.Properties.IpProtocol", "tcp", "efa-self-ingress"],
  [
    "a capacity block on the spot market",
    `${data}.InstanceMarketOptions.MarketType`,
    "spot",
    "market-disagrees",
  ],
  [
    "a capacity block without its market",
    `${data}.InstanceMarketOptions`,
    undefined,
    "capacity-block-market",
  ],
  ["a market with a typo", `${data}.InstanceMarketOptions.MarketType`, "capacity_block", "word-unknown"],
  [
    "a capacity block without its id",
    `${data}.CapacityReservationSpecification`,
    undefined,
    "reservation-missing",
  ],
  ["a spot node group with a block", `${nodes}.CapacityType`, "SPOT", "spot-with-reservation"],
  ["no capacity type beside a block", `${nodes}.CapacityType`, undefined, "market-disagrees"],
  ["a capacity type with a typo", `${nodes}.CapacityType`, "CAPACITY-BLOCK", "word-unknown"],
  ["Lustre in another zone", `${lustre}.SubnetIds`, [{ Ref: "SubnetB" }], "file-system-zone"],
  [
    "nodes with EFA in two zones",
    `${nodes}.Subnets`,
    [{ Ref: "SubnetA" }, { Ref: "SubnetB" }],
    "efa-across-zones",
  ],
  ["an AMI type with a typo", `${nodes}.AmiType`, "AL2023_x86_NVIDIA", "image-unknown"],
  ["no AMI type", `${nodes}.AmiType`, undefined, "image-missing"],
  ["an AMI type that ended", `${nodes}.AmiType`, "AL2_x86_64_GPU", "image-ended"],
  ["an AMI type for arm64", `${nodes}.AmiType`, "AL2023_ARM_64_NVIDIA", "image-architecture"],
  ["an AMI type without a driver", `${nodes}.AmiType`, "AL2023_x86_64_STANDARD", "image-vendor"],
  ["two limits of an update", `${nodes}.UpdateConfig.MaxUnavailablePercentage`, 50, "update-both"],
  ["an update of zero nodes", `${nodes}.UpdateConfig.MaxUnavailable`, 0, "update-range"],
  ["an update larger than the group", `${nodes}.UpdateConfig.MaxUnavailable`, 3, "update-larger-than-pool"],
  ["minimum above maximum", `${nodes}.ScalingConfig.MinSize`, 5, "size-order"],
  ["desired above maximum", `${nodes}.ScalingConfig.DesiredSize`, 5, "size-desired"],
  [
    "a taint effect of Kubernetes in CloudFormation",
    `${nodes}.Taints.0.Effect`,
    "NoSchedule",
    "word-unknown",
  ],
  ["machine types in both places", `${nodes}.InstanceTypes`, ["p5.48xlarge"], "machine-twice"],
  ["a node group newer than its cluster", `${nodes}.Version`, "1.36", "node-version-skew"],
  ["no role", `${nodes}.NodeRole`, undefined, "property-missing"],
  ["a reference to nothing", `${nodes}.ClusterName`, { Ref: "Clustre" }, "reference-missing"],
  ["a role without its policies", "NodeRole.Properties.ManagedPolicyArns", [], "node-role-policies"],
  [
    "a role for another service",
    "NodeRole.Properties.AssumeRolePolicyDocument.Statement.0.Principal.Service",
    "eks.amazonaws.com",
    "role-trust",
  ],
  ["an add-on with a typo", "Cni.Properties.AddonName", "vpc-cin", "addon-unknown"],
  ["an add-on version that EKS has not", "Cni.Properties.AddonVersion", "1.23.1", "addon-version-syntax"],
  [
    "nodes in a public subnet",
    "SubnetA.Properties.MapPublicIpOnLaunch",
    true,
    "public-subnet-many-interfaces",
  ],
  ["EFA and no machine type", `${data}.InstanceType`, undefined, "machine-missing"],
  ["EFA on a machine without it", `${data}.InstanceType`, "g5.xlarge", "efa-count"],
  ["a Kubernetes version to come", "Cluster.Properties.Version", "1.99", "kubernetes-version-unknown"],
  ["Lustre without a size", `${lustre}.StorageCapacity`, undefined, "property-missing"],
  ["a Lustre size that is no step", `${lustre}.StorageCapacity`, 1000, "fsx-size"],
  ["a Lustre too small for EFA", `${lustre}.StorageCapacity`, 2400, "fsx-efa-size"],
  [
    "a scratch Lustre with EFA",
    `${lustre}.LustreConfiguration.DeploymentType`,
    "SCRATCH_2",
    "fsx-efa-deployment",
  ],
  [
    "a first-generation Lustre with EFA",
    `${lustre}.LustreConfiguration.DeploymentType`,
    "PERSISTENT_1",
    "fsx-efa-deployment",
  ],
  [
    "a Lustre type with a typo",
    `${lustre}.LustreConfiguration.DeploymentType`,
    "PERSISTENT2",
    "fsx-deployment-type",
  ],
  ["a tier that is not there", `${lustre}.LustreConfiguration.PerUnitStorageThroughput`, 200, "fsx-tier"],
  ["no tier", `${lustre}.LustreConfiguration.PerUnitStorageThroughput`, undefined, "fsx-tier"],
  ["Lustre with EFA and an old version", `${lustre}.FileSystemTypeVersion`, "2.12", "fsx-efa-settings"],
  [
    "Lustre with EFA and no metadata",
    `${lustre}.LustreConfiguration.MetadataConfiguration`,
    undefined,
    "fsx-efa-settings",
  ],
  ["Lustre on disks", `${lustre}.StorageType`, "HDD", "fsx-storage-type"],
  [
    "Lustre with EFA and no security group",
    `${lustre}.SecurityGroupIds`,
    undefined,
    "fsx-efa-security-group",
  ],
  [
    "Lustre in two subnets",
    `${lustre}.SubnetIds`,
    [{ Ref: "SubnetA" }, { Ref: "SubnetB" }],
    "fsx-one-subnet",
  ],
  [
    "Lustre with an import path too",
    `${lustre}.LustreConfiguration.ImportPath`,
    "s3://b",
    "fsx-association-deployment",
  ],
  [
    "a bucket that is no S3 URL",
    "Association.Properties.DataRepositoryPath",
    "https://b",
    "fsx-association-url",
  ],
  ["a path that is not absolute", "Association.Properties.FileSystemPath", "data", "fsx-association-paths"],
  ["an old Kubernetes version", "Cluster.Properties.Version", "1.20", "kubernetes-version-unknown"],
  [
    "a control plane in one zone",
    "Cluster.Properties.ResourcesVpcConfig.SubnetIds",
    [{ Ref: "SubnetA" }],
    "cluster-zones",
  ],
  [
    "an API for everybody",
    "Cluster.Properties.ResourcesVpcConfig.EndpointPublicAccess",
    true,
    "api-open-to-world",
  ],
  [
    "an API for nobody",
    "Cluster.Properties.ResourcesVpcConfig.EndpointPrivateAccess",
    false,
    "api-unreachable",
  ],
  ["a placement strategy with a typo", "Placement.Properties.Strategy", "clustered", "placement-strategy"],
  ["a disk that is not encrypted", `${data}.BlockDeviceMappings.0.Ebs.Encrypted`, false, "disk-unencrypted"],
  ["a volume type with a typo", `${data}.BlockDeviceMappings.0.Ebs.VolumeType`, "gp4", "word-unknown"],
  [
    "HyperPod without the ml prefix",
    "HyperPod.Properties.InstanceGroups.0.InstanceType",
    "p5.48xlarge",
    "word-unknown",
  ],
  [
    "HyperPod with a typo",
    "HyperPod.Properties.InstanceGroups.0.InstanceType",
    "ml.p5.47xlarge",
    "machine-unknown",
  ],
  [
    "HyperPod with a negative count",
    "HyperPod.Properties.InstanceGroups.0.InstanceCount",
    -1,
    "size-maximum",
  ],
  ["HyperPod recovery with a typo", "HyperPod.Properties.NodeRecovery", "Auto", "word-unknown"],
  [
    "HyperPod in two zones",
    "HyperPod.Properties.VpcConfig.Subnets",
    [{ Ref: "SubnetA" }, { Ref: "SubnetB" }],
    "efa-across-zones",
  ],
  ["subnets that overlap", "SubnetB.Properties.CidrBlock", "10.0.32.0/19", "range-overlap"],
  [
    "a subnet outside of its network",
    "SubnetB.Properties.CidrBlock",
    "10.1.0.0/18",
    "subnet-outside-network",
  ],
  [
    "SSH for everybody",
    "Efa.Properties.SecurityGroupIngress",
    [{ IpProtocol: "tcp", FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/0" }],
    "security-group-open",
  ],
];

describe("a CloudFormation template", () => {
  it("that is right has no error and no warning", () => {
    expect(runChecks(awsChecks, cloudFormationFacts(goodTemplate(), { now }), catalog)).toEqual([]);
  });

  it.each(MUTATIONS)("with %s is caught", (_, path, value, code) => {
    expect(codesOf(mutated(path, value))).toContain(code);
  });

  it("leads to the place where it is wrong", () => {
    const [finding] = errorsOf(mutated("Placement.Properties.Strategy", "clustered"));
    expect(finding?.path).toEqual(["Resources", "Placement", "Properties"]);
    expect(finding?.hint).toBe("Did you mean cluster?");
  });

  it("with one mistake names it and nothing far from it", () => {
    expect(codesOf(mutated(`${nodes}.UpdateConfig.MaxUnavailablePercentage`, 50))).toEqual(["update-both"]);
    expect(codesOf(mutated(`${data}.InstanceType`, "p5.49xlarge"))).toEqual(["machine-unknown"]);
    expect(codesOf(mutated("Cluster.Properties.Version", "1.20"))).toContain("kubernetes-version-unknown");
  });
});
