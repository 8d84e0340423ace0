import type { AssociationFact, FileSystemFact } from "../../facts.ts";
import type { Resource, Stack } from "./stack.ts";
import {
  at,
  flag,
  flagOrUnset,
  isProperties,
  number,
  numberOrUnset,
  text,
  textOrUnset,
  texts,
} from "./values.ts";

/** FSx file systems of the kinds that checks know, and EFS. */
export function fileSystemFacts(stack: Stack): readonly FileSystemFact[] {
  return [
    ...stack.ofType("AWS::FSx::FileSystem").flatMap((one) => fsx(stack, one)),
    ...stack.ofType("AWS::EFS::FileSystem").map(
      (one): FileSystemFact => ({
        at: one.at,
        name: one.id,
        id: one.id,
        product: "efs",
        encrypted: flagOrUnset(one.properties.Encrypted),
      }),
    ),
  ];
}

function fsx(stack: Stack, resource: Resource): readonly FileSystemFact[] {
  const type = text(resource.properties.FileSystemType);
  if (type === "LUSTRE") return [lustre(stack, resource)];
  if (type === "OPENZFS") return [openZfs(resource)];
  return [];
}

function common({ id, at: path, properties }: Resource): Omit<FileSystemFact, "product"> {
  const groups = properties.SecurityGroupIds;
  return {
    at: path,
    name: id,
    id,
    sizeGiB: number(properties.StorageCapacity),
    storageType: text(properties.StorageType),
    subnets: texts(properties.SubnetIds),
    securityGroups: groups === undefined ? [] : texts(groups),
  };
}

/** FSx encrypts always, so nothing is said about it. */
function lustre(stack: Stack, resource: Resource): FileSystemFact {
  const { properties } = resource;
  const settings = properties.LustreConfiguration;
  const metadata = at(settings, "MetadataConfiguration");
  const deploymentType = at(settings, "DeploymentType");
  return {
    ...common(resource),
    product: "fsx-lustre",
    deploymentType: deploymentType === undefined ? "SCRATCH_1" : text(deploymentType),
    version: textOrUnset(properties.FileSystemTypeVersion),
    mbpsPerTiB: numberOrUnset(at(settings, "PerUnitStorageThroughput")),
    metadata: isProperties(metadata)
      ? { mode: textOrUnset(metadata.Mode) ?? null, iops: number(metadata.Iops) }
      : metadata === undefined
        ? null
        : undefined,
    efa: flag(at(settings, "EfaEnabled")) ?? false,
    associations: associationsOf(stack, resource.id),
    linkedPaths: ["ImportPath", "ExportPath"].filter((key) => at(settings, key) !== undefined),
  };
}

function openZfs(resource: Resource): FileSystemFact {
  return {
    ...common(resource),
    product: "fsx-openzfs",
    deploymentType: text(at(resource.properties.OpenZFSConfiguration, "DeploymentType")),
  };
}

function associationsOf(stack: Stack, fileSystem: string): readonly AssociationFact[] {
  return stack
    .ofType("AWS::FSx::DataRepositoryAssociation")
    .filter((one) => text(one.properties.FileSystemId) === fileSystem)
    .flatMap((one) => {
      const path = text(one.properties.FileSystemPath);
      const url = text(one.properties.DataRepositoryPath);
      return path === undefined ? [] : [{ at: one.at, path, url }];
    });
}
