import { FileShare, type FileShareArgs } from "@pulumi/azure-native/storage/fileShare.js";
import type { StorageAccount } from "@pulumi/azure-native/storage/storageAccount.js";
import { ComponentResource, type ComponentResourceOptions, interpolate } from "@pulumi/pulumi";
import type { AzureFilesPlan } from "../../planner/plan/azure.ts";
import { kept } from "./kept.ts";
import type { PrivateEndpoint } from "./private-endpoint.ts";
import {
  createPrivateEndpoints,
  createStorageAccount,
  type StorageAccountTransforms,
} from "./storage-account.ts";
import type { StorageAddress, StorageSurroundings } from "./storage-surroundings.ts";
import { type Transform, transformed } from "./transform.ts";

export interface FilesShareProps extends StorageSurroundings {
  readonly plan: AzureFilesPlan;
  readonly transform?: StorageAccountTransforms & { readonly share?: Transform<FileShareArgs> };
}

/** An NFS share of Azure Files in an account of its own. */
export class FilesShare extends ComponentResource {
  readonly account: StorageAccount;
  readonly share: FileShare;
  readonly privateEndpoints: readonly PrivateEndpoint[];
  readonly location: StorageAddress;

  constructor(name: string, props: FilesShareProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:FilesShare", name, {}, options);
    const { plan } = props;
    this.account = createStorageAccount(this, name, plan, props);
    this.share = new FileShare(
      `${name}-share`,
      transformed<FileShareArgs>(
        {
          resourceGroupName: props.resourceGroupName,
          accountName: this.account.name,
          shareName: plan.share,
          enabledProtocols: "NFS",
          // Pods that write as root keep their own files.
          rootSquash: "NoRootSquash",
          ...(plan.sizeGiB === null ? {} : { shareQuota: plan.sizeGiB }),
        },
        props.transform?.share,
      ),
      { parent: this, ...kept(plan.retain) },
    );
    this.privateEndpoints = createPrivateEndpoints(this, name, plan.name, this.account, props);
    this.location = {
      id: this.account.id,
      address: interpolate`${this.account.name}.file.core.windows.net`,
      mountName: interpolate`/${this.account.name}/${plan.share}`,
    };
    this.registerOutputs();
  }
}
