import { StorageAccount, type StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount.js";
import type { ComponentResource } from "@pulumi/pulumi";
import type { AzureBlobPlan, AzureFilesPlan } from "../../planner/plan/azure.ts";
import { kept } from "./kept.ts";
import { PrivateEndpoint, type PrivateEndpointProps } from "./private-endpoint.ts";
import type { StorageSurroundings } from "./storage-surroundings.ts";
import { placed } from "./surroundings.ts";
import { type Transform, transformed } from "./transform.ts";
import { uniqueName } from "./unique-name.ts";

export interface StorageAccountTransforms {
  readonly account?: Transform<StorageAccountArgs>;
  readonly privateEndpoint?: PrivateEndpointProps["transform"];
}

/** A storage account that nobody outside the network reaches and no shared key opens. */
export function createStorageAccount(
  parent: ComponentResource,
  name: string,
  plan: AzureBlobPlan | AzureFilesPlan,
  props: StorageSurroundings & { readonly transform?: StorageAccountTransforms | undefined },
): StorageAccount {
  return new StorageAccount(
    `${name}-account`,
    transformed<StorageAccountArgs>(
      {
        ...placed(props),
        accountName: uniqueName(plan.account, props.subscriptionId, props.resourceGroupName),
        kind: plan.accountKind,
        sku: { name: plan.sku },
        enableHttpsTrafficOnly: plan.httpsOnly,
        minimumTlsVersion: "TLS1_2",
        allowBlobPublicAccess: false,
        allowSharedKeyAccess: false,
        allowCrossTenantReplication: false,
        defaultToOAuthAuthentication: true,
        ...reach(plan, props),
        ...(plan.product === "azure-blob"
          ? { isHnsEnabled: plan.hierarchicalNamespace, enableNfsV3: plan.nfsV3 }
          : {}),
      },
      props.transform?.account,
    ),
    { parent, ...kept(plan.retain) },
  );
}

/** The account's private doors, as planned. */
export function createPrivateEndpoints(
  parent: ComponentResource,
  name: string,
  storage: string,
  account: StorageAccount,
  props: StorageSurroundings & { readonly transform?: StorageAccountTransforms | undefined },
): PrivateEndpoint[] {
  return props.privateEndpoints
    .filter((plan) => plan.storage === storage)
    .map((plan) => {
      const subnetId = props.subnetIds.get(plan.subnet);
      if (subnetId === undefined)
        throw new Error(`${plan.id} was planned in no known subnet: ${plan.subnet}`);
      return new PrivateEndpoint(
        `${name}-${plan.group}`,
        {
          ...props,
          plan,
          accountId: account.id,
          subnetId,
          zoneId: props.zoneIds.get(plan.dnsZone),
          transform: props.transform?.privateEndpoint ?? {},
        },
        { parent },
      );
    });
}

/** Reached through its private doors alone, or from the subnets with a service endpoint. */
function reach(
  { name, product }: AzureBlobPlan | AzureFilesPlan,
  { privateEndpoints, endpointSubnets, subnetIds }: StorageSurroundings,
) {
  const behindDoors = privateEndpoints.some(({ storage }) => storage === name);
  const subnets = endpointSubnets.flatMap((id) => subnetIds.get(id) ?? []);
  return {
    publicNetworkAccess: behindDoors ? "Disabled" : "Enabled",
    networkRuleSet: {
      defaultAction: "Deny" as const,
      // Azure's own services, Managed Lustre among them, reach a blob account that trusts them.
      bypass: product === "azure-blob" ? "AzureServices" : "None",
      virtualNetworkRules: behindDoors
        ? []
        : subnets.map((virtualNetworkResourceId) => ({ virtualNetworkResourceId, action: "Allow" as const })),
    },
  };
}
