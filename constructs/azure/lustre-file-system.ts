import { AmlFilesystem, type AmlFilesystemArgs } from "@pulumi/azure-native/storagecache/amlFilesystem.js";
import {
  ComponentResource,
  type ComponentResourceOptions,
  type Input,
  interpolate,
  type Resource,
} from "@pulumi/pulumi";
import type { AzureLustrePlan } from "../../planner/plan/azure.ts";
import { armZone } from "./arm-zone.ts";
import { kept } from "./kept.ts";
import type { StorageAddress, StorageSurroundings } from "./storage-surroundings.ts";
import { placed } from "./surroundings.ts";
import { type Transform, transformed } from "./transform.ts";

export interface LustreFileSystemProps extends StorageSurroundings {
  readonly plan: AzureLustrePlan;
  /** The storage made here that it is joined to: the account's ARM id, and what must be there first. */
  readonly source: { readonly accountId: Input<string>; readonly ready: readonly Resource[] } | undefined;
  readonly transform?: { readonly fileSystem?: Transform<AmlFilesystemArgs> };
}

/**
 * Azure Managed Lustre. Size, zone and blob integration cannot be changed: a change makes another file system, which
 * Pulumi refuses while it is protected.
 */
export class LustreFileSystem extends ComponentResource {
  readonly fileSystem: AmlFilesystem;
  readonly location: StorageAddress;

  constructor(name: string, props: LustreFileSystemProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:LustreFileSystem", name, {}, options);
    const { plan } = props;
    this.fileSystem = new AmlFilesystem(
      `${name}-lustre`,
      transformed<AmlFilesystemArgs>(fileSystemArgs(props), props.transform?.fileSystem),
      { parent: this, dependsOn: [...(props.source?.ready ?? [])], ...kept(plan.retain) },
    );
    this.location = {
      id: this.fileSystem.id,
      address: this.fileSystem.clientInfo.apply((info) => info?.mgsAddress ?? ""),
      // Every file system of this service is called so.
      // https://learn.microsoft.com/azure/azure-managed-lustre/connect-clients
      mountName: "lustrefs",
    };
    this.registerOutputs();
  }
}

function fileSystemArgs(props: LustreFileSystemProps): AmlFilesystemArgs {
  const { plan, name, subnetIds } = props;
  const filesystemSubnet = subnetIds.get(plan.subnet);
  if (filesystemSubnet === undefined)
    throw new Error(`${plan.name} was planned in no known subnet: ${plan.subnet}`);
  return {
    ...placed(props),
    amlFilesystemName: `${name}-${plan.name}`,
    sku: { name: plan.sku },
    storageCapacityTiB: plan.sizeTiB,
    filesystemSubnet,
    zones: plan.zone === null ? [] : [armZone(plan.zone)],
    maintenanceWindow: {
      dayOfWeek: weekDay(plan.maintenance.dayOfWeek),
      timeOfDayUTC: plan.maintenance.timeOfDayUtc,
    },
    ...blobIntegration(props),
  };
}

/** Hierarchical storage management: only possible when the file system is made. */
function blobIntegration({ plan, source }: LustreFileSystemProps): Partial<AmlFilesystemArgs> {
  if (plan.hsm === null) return {};
  // Containers of what exists already are given by their ARM ids.
  const container = (name: string): Input<string> =>
    source === undefined ? name : interpolate`${source.accountId}/blobServices/default/containers/${name}`;
  return {
    hsm: {
      settings: {
        container: container(plan.hsm.container),
        loggingContainer: container(plan.hsm.loggingContainer),
        importPrefix: "/",
      },
    },
  };
}

const weekDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

function weekDay(name: string): (typeof weekDays)[number] {
  const day = weekDays.find((each) => each === name);
  if (day === undefined) throw new Error(`${name} is not a day of the week`);
  return day;
}
