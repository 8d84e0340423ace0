import type { Catalog } from "../../catalog/catalog.ts";
import type { AwsStoragePlan, EfsPlan, FsxLustrePlan, FsxOpenZfsPlan } from "../plan/storage.ts";
import type { TimelineInput } from "./aws.ts";
import { creationOf } from "./creation-time.ts";
import type { StackStep } from "./schedule.ts";

/** File systems and what is joined to them; empty where the environment makes none. */
export function storageSteps(
  stack: string,
  { storage, network }: Pick<TimelineInput, "storage" | "network">,
  catalog: Catalog,
): StackStep[] {
  const zones = zonesOf(network);
  return storage
    .filter(({ existing }) => existing === null)
    .filter(isFileSystem)
    .flatMap((plan) => {
      const path = `${stack}/Storage/${plan.name}`;
      const group = `${path}/SecurityGroup/Group`;
      return [
        { id: group, ...creationOf(catalog, "AWS::EC2::SecurityGroup"), after: [] },
        ...fileSystemSteps(plan, path, group, zones, catalog),
      ];
    });
}

type FileSystemPlan = FsxLustrePlan | FsxOpenZfsPlan | EfsPlan;

function isFileSystem(plan: AwsStoragePlan): plan is FileSystemPlan {
  return plan.product !== "s3";
}

function fileSystemSteps(
  plan: FileSystemPlan,
  path: string,
  group: string,
  zones: readonly string[],
  catalog: Catalog,
): StackStep[] {
  const id = `${path}/FileSystem`;
  switch (plan.product) {
    case "fsx-lustre": {
      const fileSystem = { id, ...creationOf(catalog, "AWS::FSx::FileSystem", "LUSTRE"), after: [group] };
      const association = {
        id: `${path}/Association`,
        ...creationOf(catalog, "AWS::FSx::DataRepositoryAssociation"),
        after: [id],
      };
      return plan.sourceUrl === null ? [fileSystem] : [fileSystem, association];
    }
    case "fsx-openzfs":
      return [{ id, ...creationOf(catalog, "AWS::FSx::FileSystem", "OPENZFS"), after: [group] }];
    case "efs":
      return [
        { id, ...creationOf(catalog, "AWS::EFS::FileSystem"), after: [] },
        ...zones.map((zone) => ({
          id: `${path}/MountTarget-${zone}`,
          ...creationOf(catalog, "AWS::EFS::MountTarget"),
          after: [id, group],
        })),
      ];
  }
}

/** Zones with a private subnet; an existing subnet of unknown zone stands for itself. */
function zonesOf(network: TimelineInput["network"]): string[] {
  const planned = network.subnets.filter(({ role }) => role === "nodes").map(({ zone }) => zone);
  const existing = (network.existing?.subnets ?? [])
    .filter((subnet) => !subnet.public)
    .map(({ id, zone }) => zone ?? id);
  return [...new Set([...planned, ...existing])];
}
