import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { AzureStoragePlan } from "../../planner/plan/azure.ts";
import { BlobStorage, type BlobStorageProps } from "./blob-storage.ts";
import { FilesShare, type FilesShareProps } from "./files-share.ts";
import { LustreFileSystem, type LustreFileSystemProps } from "./lustre-file-system.ts";
import { NetAppFileSystem, type NetAppFileSystemProps } from "./netapp-file-system.ts";
import type { StorageAddress, StorageSurroundings } from "./storage-surroundings.ts";

export type CreatedStorage = BlobStorage | LustreFileSystem | NetAppFileSystem | FilesShare;

export interface SharedStorageProps extends StorageSurroundings {
  readonly plans: readonly AzureStoragePlan[];
  readonly transform?: {
    readonly blob?: BlobStorageProps["transform"];
    readonly lustre?: LustreFileSystemProps["transform"];
    readonly netApp?: NetAppFileSystemProps["transform"];
    readonly files?: FilesShareProps["transform"];
  };
}

/** Containers and file systems, each under the name that the environment gives it. What exists already is left alone. */
export class SharedStorage extends ComponentResource {
  /** By name; without what exists already. */
  readonly created: ReadonlyMap<string, CreatedStorage>;
  /** By name, what exists already included: by its id alone. */
  readonly addresses: ReadonlyMap<string, StorageAddress>;

  constructor(name: string, props: SharedStorageProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:SharedStorage", name, {}, options);
    const created = new Map<string, CreatedStorage>();
    // Containers first: a Lustre file system is joined to one when it is made.
    for (const plan of props.plans.toSorted(blobsFirst)) {
      if (plan.existing !== null) continue;
      created.set(plan.name, this.create(`${name}-${plan.name}`, plan, props, created));
    }
    this.created = created;
    this.addresses = new Map(
      props.plans.map((plan) => [
        plan.name,
        created.get(plan.name)?.location ?? { id: plan.existing ?? "", address: "", mountName: "" },
      ]),
    );
    this.registerOutputs();
  }

  private create(
    name: string,
    plan: AzureStoragePlan,
    props: SharedStorageProps,
    created: ReadonlyMap<string, CreatedStorage>,
  ): CreatedStorage {
    const { transform = {}, ...surroundings } = props;
    const options = { parent: this };
    switch (plan.product) {
      case "azure-blob":
        return new BlobStorage(name, { ...surroundings, plan, transform: transform.blob ?? {} }, options);
      case "azure-managed-lustre":
        return new LustreFileSystem(
          name,
          {
            ...surroundings,
            plan,
            source: lustreSource(plan.source, created),
            transform: transform.lustre ?? {},
          },
          options,
        );
      case "azure-netapp-files":
        return new NetAppFileSystem(
          name,
          { ...surroundings, plan, transform: transform.netApp ?? {} },
          options,
        );
      case "azure-files-nfs":
        return new FilesShare(name, { ...surroundings, plan, transform: transform.files ?? {} }, options);
    }
  }
}

const order: readonly AzureStoragePlan["product"][] = [
  "azure-blob",
  "azure-files-nfs",
  "azure-netapp-files",
  "azure-managed-lustre",
];

function blobsFirst(a: AzureStoragePlan, b: AzureStoragePlan): number {
  return order.indexOf(a.product) - order.indexOf(b.product);
}

/** The storage that a Lustre file system is joined to, where it is made here. */
function lustreSource(
  source: string | null,
  created: ReadonlyMap<string, CreatedStorage>,
): LustreFileSystemProps["source"] {
  const blob = source === null ? undefined : created.get(source);
  if (!(blob instanceof BlobStorage)) return undefined;
  return { accountId: blob.account.id, ready: [...blob.containers.values(), ...blob.privateEndpoints] };
}
