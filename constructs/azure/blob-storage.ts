import { BlobContainer, type BlobContainerArgs } from "@pulumi/azure-native/storage/blobContainer.js";
import {
  BlobServiceProperties,
  type BlobServicePropertiesArgs,
} from "@pulumi/azure-native/storage/blobServiceProperties.js";
import type { StorageAccount } from "@pulumi/azure-native/storage/storageAccount.js";
import { ComponentResource, type ComponentResourceOptions, interpolate } from "@pulumi/pulumi";
import type { AzureBlobPlan } from "../../planner/plan/azure.ts";
import { kept } from "./kept.ts";
import type { PrivateEndpoint } from "./private-endpoint.ts";
import {
  createPrivateEndpoints,
  createStorageAccount,
  type StorageAccountTransforms,
} from "./storage-account.ts";
import type { StorageAddress, StorageSurroundings } from "./storage-surroundings.ts";
import { type Transform, transformed } from "./transform.ts";

export interface BlobStorageProps extends StorageSurroundings {
  readonly plan: AzureBlobPlan;
  readonly transform?: StorageAccountTransforms & {
    readonly container?: Transform<BlobContainerArgs>;
    readonly service?: Transform<BlobServicePropertiesArgs>;
  };
}

/** A blob container in an account of its own, with its private doors. */
export class BlobStorage extends ComponentResource {
  readonly account: StorageAccount;
  /** By name: the one that is asked for, and further ones that others need. */
  readonly containers: ReadonlyMap<string, BlobContainer>;
  readonly service: BlobServiceProperties | undefined;
  readonly privateEndpoints: readonly PrivateEndpoint[];
  readonly location: StorageAddress;

  constructor(name: string, props: BlobStorageProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:BlobStorage", name, {}, options);
    const { plan } = props;
    this.account = createStorageAccount(this, name, plan, props);
    this.service = plan.versioned ? this.createService(name, props) : undefined;
    this.containers = new Map(
      [plan.container, ...plan.furtherContainers].map((container) => [
        container,
        this.createContainer(name, container, props),
      ]),
    );
    this.privateEndpoints = createPrivateEndpoints(this, name, plan.name, this.account, props);
    this.location = {
      id: this.account.id,
      address: interpolate`${this.account.name}.blob.core.windows.net`,
      mountName: plan.nfsV3 ? interpolate`/${this.account.name}/${plan.container}` : plan.container,
    };
    this.registerOutputs();
  }

  private createService(name: string, props: BlobStorageProps): BlobServiceProperties {
    return new BlobServiceProperties(
      `${name}-service`,
      transformed<BlobServicePropertiesArgs>(
        {
          resourceGroupName: props.resourceGroupName,
          accountName: this.account.name,
          blobServicesName: "default",
          isVersioningEnabled: true,
        },
        props.transform?.service,
      ),
      { parent: this },
    );
  }

  private createContainer(name: string, container: string, props: BlobStorageProps): BlobContainer {
    return new BlobContainer(
      `${name}-${container}`,
      transformed<BlobContainerArgs>(
        {
          resourceGroupName: props.resourceGroupName,
          accountName: this.account.name,
          containerName: container,
          publicAccess: "None",
        },
        props.transform?.container,
      ),
      { parent: this, ...kept(props.plan.retain) },
    );
  }
}
