import type { BrokenFact } from "../../facts.ts";
import type { Resource, Stack } from "./stack.ts";
import { at, items } from "./values.ts";

/**
 * Properties without which a resource is refused, as the reference of each type lists them:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  "AWS::EC2::LaunchTemplate": ["LaunchTemplateData"],
  "AWS::EC2::Subnet": ["VpcId"],
  "AWS::EC2::SecurityGroup": ["GroupDescription"],
  "AWS::EC2::SecurityGroupIngress": ["IpProtocol"],
  "AWS::EC2::SecurityGroupEgress": ["IpProtocol", "GroupId"],
  "AWS::EC2::CapacityReservation": ["InstanceCount", "InstancePlatform", "InstanceType"],
  "AWS::EKS::Cluster": ["ResourcesVpcConfig", "RoleArn"],
  "AWS::EKS::Nodegroup": ["ClusterName", "NodeRole", "Subnets"],
  "AWS::EKS::Addon": ["AddonName", "ClusterName"],
  "AWS::EKS::AccessEntry": ["ClusterName", "PrincipalArn"],
  "AWS::EKS::PodIdentityAssociation": ["ClusterName", "Namespace", "RoleArn", "ServiceAccount"],
  "AWS::FSx::FileSystem": ["FileSystemType", "SubnetIds"],
  "AWS::FSx::DataRepositoryAssociation": ["DataRepositoryPath", "FileSystemId", "FileSystemPath"],
  "AWS::IAM::Role": ["AssumeRolePolicyDocument"],
};

const REQUIRED_OF_GROUP = ["ExecutionRole", "InstanceCount", "InstanceGroupName", "InstanceType"];

/** References to nothing, and properties that are not there. */
export function brokenFacts(stack: Stack): readonly BrokenFact[] {
  const references = stack.dangling.map(
    ({ id, at: path, reference }): BrokenFact => ({
      at: path,
      name: id,
      kind: "reference",
      missing: reference,
      candidates: stack.ids,
    }),
  );
  const properties = stack.resources.flatMap((resource) =>
    (REQUIRED[resource.type] ?? [])
      .filter((property) => resource.properties[property] === undefined)
      .map((property) => missing(resource, property)),
  );
  return [
    ...references,
    ...properties,
    ...ofLaunchTemplates(stack),
    ...ofLustre(stack),
    ...ofTrainingGroups(stack),
  ];
}

function ofLaunchTemplates(stack: Stack): readonly BrokenFact[] {
  return stack
    .ofType("AWS::EKS::Nodegroup")
    .filter(({ properties }) => properties.LaunchTemplate !== undefined)
    .filter(({ properties }) => at(properties.LaunchTemplate, "Id") === undefined)
    .filter(({ properties }) => at(properties.LaunchTemplate, "Name") === undefined)
    .map((resource) => missing(resource, "LaunchTemplate.Id"));
}

/** A new file system needs a size; one from a backup has it, and one with intelligent tiering has none. */
function ofLustre(stack: Stack): readonly BrokenFact[] {
  return stack
    .ofType("AWS::FSx::FileSystem")
    .filter(
      ({ properties }) => properties.FileSystemType === "LUSTRE" && properties.StorageCapacity === undefined,
    )
    .filter(
      ({ properties }) =>
        properties.BackupId === undefined && properties.StorageType !== "INTELLIGENT_TIERING",
    )
    .map((resource) => missing(resource, "StorageCapacity"));
}

function ofTrainingGroups(stack: Stack): readonly BrokenFact[] {
  return stack
    .ofType("AWS::SageMaker::Cluster")
    .flatMap((resource) =>
      items(resource.properties.InstanceGroups).flatMap((group, index) =>
        REQUIRED_OF_GROUP.filter((property) => at(group, property) === undefined).map((property) =>
          missing(resource, `InstanceGroups[${index}].${property}`),
        ),
      ),
    );
}

function missing(resource: Resource, property: string): BrokenFact {
  return { at: resource.at, name: resource.id, kind: "property", missing: property, candidates: [] };
}
