import { Account, type AccountArgs } from "@pulumi/azure-native/netapp/account.js";
import { CapacityPool, type CapacityPoolArgs } from "@pulumi/azure-native/netapp/capacityPool.js";
import {
  CapacityPoolVolume,
  type CapacityPoolVolumeArgs,
} from "@pulumi/azure-native/netapp/capacityPoolVolume.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { AzureNetAppPlan } from "../../planner/plan/azure.ts";
import { armZone } from "./arm-zone.ts";
import { kept } from "./kept.ts";
import type { StorageAddress, StorageSurroundings } from "./storage-surroundings.ts";
import { placed } from "./surroundings.ts";
import { type Transform, transformed } from "./transform.ts";

export interface NetAppFileSystemProps extends StorageSurroundings {
  readonly plan: AzureNetAppPlan;
  readonly transform?: {
    readonly account?: Transform<AccountArgs>;
    readonly pool?: Transform<CapacityPoolArgs>;
    readonly volume?: Transform<CapacityPoolVolumeArgs>;
  };
}

/** Azure NetApp Files: an account, a capacity pool and one NFS volume. */
export class NetAppFileSystem extends ComponentResource {
  readonly account: Account;
  readonly pool: CapacityPool;
  readonly volume: CapacityPoolVolume;
  readonly location: StorageAddress;

  constructor(name: string, props: NetAppFileSystemProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:NetAppFileSystem", name, {}, options);
    const { plan } = props;
    const keep = { parent: this, ...kept(plan.retain) };
    this.account = new Account(
      `${name}-account`,
      transformed<AccountArgs>(
        { ...placed(props), accountName: `${props.name}-${plan.name}` },
        props.transform?.account,
      ),
      keep,
    );
    this.pool = new CapacityPool(
      `${name}-pool`,
      transformed<CapacityPoolArgs>(
        {
          ...placed(props),
          accountName: `${props.name}-${plan.name}`,
          poolName: "pool",
          serviceLevel: plan.serviceLevel,
          qosType: "Auto",
          size: plan.poolTiB * 2 ** 40,
        },
        props.transform?.pool,
      ),
      { ...keep, dependsOn: [this.account] },
    );
    this.volume = new CapacityPoolVolume(
      `${name}-volume`,
      transformed<CapacityPoolVolumeArgs>(volumeArgs(props), props.transform?.volume),
      { ...keep, dependsOn: [this.pool] },
    );
    this.location = {
      id: this.volume.id,
      address: this.volume.mountTargets.apply((targets) => targets?.[0]?.ipAddress ?? ""),
      mountName: `/${creationToken(props)}`,
    };
    this.registerOutputs();
  }
}

function creationToken({ name, plan }: NetAppFileSystemProps): string {
  return `${name}-${plan.name}`;
}

function volumeArgs(props: NetAppFileSystemProps): CapacityPoolVolumeArgs {
  const { plan, subnetIds, cidrs } = props;
  const subnetId = subnetIds.get(plan.subnet);
  if (subnetId === undefined) throw new Error(`${plan.name} was planned in no known subnet: ${plan.subnet}`);
  return {
    ...placed(props),
    accountName: `${props.name}-${plan.name}`,
    poolName: "pool",
    volumeName: plan.name,
    creationToken: creationToken(props),
    serviceLevel: plan.serviceLevel,
    usageThreshold: (plan.sizeGiB ?? plan.poolTiB * 1024) * 2 ** 30,
    protocolTypes: [plan.protocol],
    subnetId,
    // Volumes that security groups and routes of the network apply to.
    networkFeatures: "Standard",
    securityStyle: "Unix",
    isLargeVolume: plan.largeVolume,
    zones: plan.zone === null ? [] : [armZone(plan.zone)],
    snapshotDirectoryVisible: false,
    exportPolicy: {
      rules: [
        {
          ruleIndex: 1,
          allowedClients: cidrs.join(","),
          nfsv3: false,
          nfsv41: true,
          cifs: false,
          unixReadOnly: false,
          unixReadWrite: true,
          hasRootAccess: true,
        },
      ],
    },
  };
}
