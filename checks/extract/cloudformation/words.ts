import type { StrangeWordFact } from "../../facts.ts";
import type { Stack } from "./stack.ts";
import { at, items, text } from "./values.ts";

interface Vocabulary {
  readonly type: string;
  /** Keys to the property; `*` goes through every item of a list. */
  readonly path: readonly string[];
  readonly words: readonly string[];
}

const VOLUME_TYPES = ["standard", "io1", "io2", "gp2", "gp3", "sc1", "st1"];
const LUSTRE_EVENTS = ["NEW", "CHANGED", "DELETED"];
const HEALTH_CHECKS = ["InstanceStress", "InstanceConnectivity"];

/**
 * Properties that take one of a few words, as the reference of each resource type lists them:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
const VOCABULARIES: readonly Vocabulary[] = [
  { type: "AWS::EKS::Nodegroup", path: ["CapacityType"], words: ["ON_DEMAND", "SPOT", "CAPACITY_BLOCK"] },
  {
    type: "AWS::EKS::Nodegroup",
    path: ["Taints", "*", "Effect"],
    words: ["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"],
  },
  { type: "AWS::EKS::Nodegroup", path: ["UpdateConfig", "UpdateStrategy"], words: ["DEFAULT", "MINIMAL"] },
  {
    type: "AWS::EC2::LaunchTemplate",
    path: ["LaunchTemplateData", "NetworkInterfaces", "*", "InterfaceType"],
    words: ["interface", "efa", "efa-only"],
  },
  {
    type: "AWS::EC2::LaunchTemplate",
    path: ["LaunchTemplateData", "InstanceMarketOptions", "MarketType"],
    words: ["spot", "capacity-block", "interruptible-capacity-reservation"],
  },
  {
    type: "AWS::EC2::LaunchTemplate",
    path: ["LaunchTemplateData", "CapacityReservationSpecification", "CapacityReservationPreference"],
    words: ["open", "none", "capacity-reservations-only"],
  },
  {
    type: "AWS::EC2::LaunchTemplate",
    path: ["LaunchTemplateData", "MetadataOptions", "HttpTokens"],
    words: ["required", "optional"],
  },
  {
    type: "AWS::EC2::LaunchTemplate",
    path: ["LaunchTemplateData", "BlockDeviceMappings", "*", "Ebs", "VolumeType"],
    words: VOLUME_TYPES,
  },
  {
    type: "AWS::EC2::LaunchTemplate",
    path: ["LaunchTemplateData", "Placement", "Tenancy"],
    words: ["default", "dedicated", "host"],
  },
  { type: "AWS::EC2::CapacityReservation", path: ["InstanceMatchCriteria"], words: ["open", "targeted"] },
  { type: "AWS::EC2::CapacityReservation", path: ["EndDateType"], words: ["limited", "unlimited"] },
  { type: "AWS::EC2::CapacityReservation", path: ["Tenancy"], words: ["default", "dedicated"] },
  { type: "AWS::EC2::PlacementGroup", path: ["SpreadLevel"], words: ["host", "rack"] },
  {
    type: "AWS::EKS::Cluster",
    path: ["AccessConfig", "AuthenticationMode"],
    words: ["API", "API_AND_CONFIG_MAP", "CONFIG_MAP"],
  },
  {
    type: "AWS::EKS::Cluster",
    path: ["Logging", "ClusterLogging", "EnabledTypes", "*", "Type"],
    words: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
  },
  { type: "AWS::EKS::Cluster", path: ["UpgradePolicy", "SupportType"], words: ["STANDARD", "EXTENDED"] },
  { type: "AWS::EKS::Cluster", path: ["KubernetesNetworkConfig", "IpFamily"], words: ["ipv4", "ipv6"] },
  { type: "AWS::EKS::Cluster", path: ["EncryptionConfig", "*", "Resources", "*"], words: ["secrets"] },
  {
    type: "AWS::EKS::AccessEntry",
    path: ["Type"],
    words: ["STANDARD", "EC2_LINUX", "EC2_WINDOWS", "EC2", "FARGATE_LINUX", "HYBRID_LINUX", "HYPERPOD_LINUX"],
  },
  { type: "AWS::EKS::Addon", path: ["ResolveConflicts"], words: ["NONE", "OVERWRITE", "PRESERVE"] },
  {
    type: "AWS::FSx::FileSystem",
    path: ["FileSystemType"],
    words: ["LUSTRE", "OPENZFS", "ONTAP", "WINDOWS"],
  },
  { type: "AWS::FSx::FileSystem", path: ["StorageType"], words: ["SSD", "HDD", "INTELLIGENT_TIERING"] },
  {
    type: "AWS::FSx::FileSystem",
    path: ["LustreConfiguration", "DataCompressionType"],
    words: ["NONE", "LZ4"],
  },
  {
    type: "AWS::FSx::FileSystem",
    path: ["LustreConfiguration", "MetadataConfiguration", "Mode"],
    words: ["AUTOMATIC", "USER_PROVISIONED"],
  },
  { type: "AWS::FSx::FileSystem", path: ["LustreConfiguration", "DriveCacheType"], words: ["NONE", "READ"] },
  {
    type: "AWS::FSx::DataRepositoryAssociation",
    path: ["S3", "AutoImportPolicy", "Events", "*"],
    words: LUSTRE_EVENTS,
  },
  {
    type: "AWS::FSx::DataRepositoryAssociation",
    path: ["S3", "AutoExportPolicy", "Events", "*"],
    words: LUSTRE_EVENTS,
  },
  { type: "AWS::SageMaker::Cluster", path: ["NodeRecovery"], words: ["Automatic", "None"] },
  { type: "AWS::SageMaker::Cluster", path: ["NodeProvisioningMode"], words: ["Continuous"] },
  {
    type: "AWS::SageMaker::Cluster",
    path: ["InstanceGroups", "*", "OnStartDeepHealthChecks", "*"],
    words: HEALTH_CHECKS,
  },
  { type: "AWS::SageMaker::Cluster", path: ["InstanceGroups", "*", "ThreadsPerCore"], words: ["1", "2"] },
  {
    type: "AWS::S3::Bucket",
    path: [
      "BucketEncryption",
      "ServerSideEncryptionConfiguration",
      "*",
      "ServerSideEncryptionByDefault",
      "SSEAlgorithm",
    ],
    words: ["AES256", "aws:kms", "aws:kms:dsse"],
  },
  { type: "AWS::S3::Bucket", path: ["VersioningConfiguration", "Status"], words: ["Enabled", "Suspended"] },
  { type: "AWS::EFS::FileSystem", path: ["ThroughputMode"], words: ["bursting", "elastic", "provisioned"] },
  { type: "AWS::EC2::VPC", path: ["InstanceTenancy"], words: ["default", "dedicated", "host"] },
];

/** Words that no vocabulary knows. A HyperPod instance type without its prefix is one as well. */
export function strangeWords(stack: Stack): readonly StrangeWordFact[] {
  const strange = VOCABULARIES.flatMap(({ type, path, words }) =>
    stack.ofType(type).flatMap((resource) =>
      valuesAt(resource.properties, path)
        .filter(({ value }) => !words.includes(value))
        .map(({ value, keys }) => ({
          at: [...resource.at, ...keys],
          name: resource.id,
          property: path.filter((key) => key !== "*").join("."),
          value,
          allowed: words,
        })),
    ),
  );
  return [...strange, ...instanceTypesWithoutPrefix(stack)];
}

function valuesAt(
  value: unknown,
  path: readonly string[],
  keys: readonly (string | number)[] = [],
): readonly { readonly value: string; readonly keys: readonly (string | number)[] }[] {
  const [key, ...rest] = path;
  if (key === undefined) {
    const word = text(value);
    return word === undefined ? [] : [{ value: word, keys }];
  }
  if (key === "*") return items(value).flatMap((item, index) => valuesAt(item, rest, [...keys, index]));
  return valuesAt(at(value, key), rest, [...keys, key]);
}

function instanceTypesWithoutPrefix(stack: Stack): readonly StrangeWordFact[] {
  return stack.ofType("AWS::SageMaker::Cluster").flatMap((resource) =>
    valuesAt(resource.properties, ["InstanceGroups", "*", "InstanceType"])
      .filter(({ value }) => !value.startsWith("ml."))
      .map(({ value, keys }) => ({
        at: [...resource.at, ...keys],
        name: resource.id,
        property: "InstanceType",
        value,
        allowed: [`ml.${value}`],
      })),
  );
}
