import { describe, expect, test } from "vitest";
import { SharedStorage } from "../../../constructs/azure/shared-storage.ts";
import type { AzureStoragePlan } from "../../../planner/plan/azure.ts";
import {
  around,
  blobPlan,
  filesPlan,
  lustrePlan,
  netAppPlan,
  networkPlan,
  subscription,
} from "./fixtures/plans.ts";
import { by, ofType, only, recorded } from "./recorded.ts";

const subnets = networkPlan().subnets.map(({ id }): [string, string] => [id, `${id}-id`]);

const resourcesOf = (...plans: AzureStoragePlan[]) =>
  recorded(
    () =>
      new SharedStorage("storage", {
        ...around,
        name: "pretrain",
        subscriptionId: subscription,
        plans,
        subnetIds: new Map(subnets),
        endpointSubnets: ["nodes"],
        cidrs: ["10.40.0.0/16"],
        privateEndpoints: networkPlan().privateEndpoints,
        zoneIds: new Map([["privatelink.blob.core.windows.net", "zone-id"]]),
      }),
  );

const stateful = [
  "storage:StorageAccount",
  "storage:BlobContainer",
  "storage:FileShare",
  "storagecache:AmlFilesystem",
  "netapp:Account",
  "netapp:CapacityPool",
  "netapp:CapacityPoolVolume",
];

describe("data", () => {
  test("is never deleted by a program that lost it: every stateful resource is protected and kept", async () => {
    const resources = await resourcesOf(blobPlan(), lustrePlan(), netAppPlan(), filesPlan());
    for (const type of stateful) {
      const found = ofType(resources, type);
      expect(found.length, type).toBeGreaterThan(0);
      for (const { options, name } of found)
        expect(options, name).toMatchObject({ protect: true, retainOnDelete: true });
    }
  });

  test("is not, where it need not be kept", async () => {
    const account = only(await resourcesOf(blobPlan({ retain: false })), "storage:StorageAccount");
    expect(account).not.toHaveProperty("options.protect");
  });

  test("that exists already is left alone", async () => {
    const resources = await resourcesOf(blobPlan({ existing: "/subscriptions/s/accounts/ours" }));
    expect(resources.filter(({ type }) => type.startsWith("azure-native:"))).toEqual([]);
  });
});

describe("blob", () => {
  test("an account of a name that is unique and stays the same", async () => {
    const name = async () => only(await resourcesOf(blobPlan()), "storage:StorageAccount").inputs.accountName;
    expect(await name()).toMatch(/^pretraincorpus[a-z0-9]{8}$/);
    expect(await name()).toBe(await name());
  });

  test("opens to nobody outside, to no key and to no anonymous reader", async () => {
    expect(only(await resourcesOf(blobPlan()), "storage:StorageAccount").inputs).toMatchObject({
      publicNetworkAccess: "Disabled",
      allowBlobPublicAccess: false,
      allowSharedKeyAccess: false,
      minimumTlsVersion: "TLS1_2",
      enableHttpsTrafficOnly: true,
      networkRuleSet: { defaultAction: "Deny", virtualNetworkRules: [] },
    });
  });

  test("has a private door with its name", async () => {
    const resources = await resourcesOf(blobPlan());
    expect(only(resources, "network:PrivateEndpoint").inputs).toMatchObject({
      subnet: { id: "endpoints-id" },
      privateLinkServiceConnections: [
        { privateLinkServiceId: "storage-corpus-account-id", groupIds: ["blob"] },
      ],
    });
    expect(only(resources, "network:PrivateDnsZoneGroup").inputs.privateDnsZoneConfigs).toEqual([
      { name: "privatelink-blob-core-windows-net", privateDnsZoneId: "zone-id" },
    ]);
  });

  test("without a door it is reached from subnets with a service endpoint", async () => {
    const account = only(await resourcesOf(blobPlan({ name: "weights" })), "storage:StorageAccount").inputs;
    expect(account.publicNetworkAccess).toBe("Enabled");
    expect(account.networkRuleSet).toMatchObject({
      defaultAction: "Deny",
      virtualNetworkRules: [{ virtualNetworkResourceId: "nodes-id", action: "Allow" }],
    });
  });

  test("NFS and hierarchy are decided at creation", async () => {
    const nfs = { nfsV3: true, httpsOnly: false };
    expect(only(await resourcesOf(blobPlan(nfs)), "storage:StorageAccount").inputs).toMatchObject({
      enableNfsV3: true,
      isHnsEnabled: true,
      enableHttpsTrafficOnly: false,
    });
  });

  test("has its container and those that others need", async () => {
    const containers = by(ofType(await resourcesOf(blobPlan()), "storage:BlobContainer"), "containerName");
    expect([...containers.keys()].toSorted()).toEqual(["corpus", "corpus-lustre-log"]);
  });

  test("keeps versions where planned", async () => {
    const versioned = blobPlan({ versioned: true, hierarchicalNamespace: false });
    const service = only(await resourcesOf(versioned), "storage:BlobServiceProperties");
    expect(service.inputs.isVersioningEnabled).toBe(true);
  });
});

describe("Lustre", () => {
  test("has the planned size, tier, zone and window", async () => {
    expect(
      only(await resourcesOf(blobPlan(), lustrePlan()), "storagecache:AmlFilesystem").inputs,
    ).toMatchObject({
      amlFilesystemName: "pretrain-scratch",
      sku: { name: "AMLFS-Durable-Premium-250" },
      storageCapacityTiB: 16,
      zones: ["1"],
      filesystemSubnet: "lustre-scratch-id",
      maintenanceWindow: { dayOfWeek: "Sunday", timeOfDayUTC: "02:00" },
    });
  });

  test("is joined to its blob container when it is made: later it cannot be", async () => {
    const { hsm } = only(await resourcesOf(lustrePlan(), blobPlan()), "storagecache:AmlFilesystem").inputs;
    expect(hsm).toEqual({
      settings: {
        container: "storage-corpus-account-id/blobServices/default/containers/corpus",
        loggingContainer: "storage-corpus-account-id/blobServices/default/containers/corpus-lustre-log",
        importPrefix: "/",
      },
    });
  });

  test("without a source it is joined to nothing", async () => {
    const plan = lustrePlan({ source: null, hsm: null });
    expect(only(await resourcesOf(plan), "storagecache:AmlFilesystem").inputs).not.toHaveProperty("hsm");
  });
});

describe("NFS", () => {
  test("NetApp: pool and volume in bytes, mounted from the network alone", async () => {
    const resources = await resourcesOf(netAppPlan());
    expect(only(resources, "netapp:CapacityPool").inputs).toMatchObject({
      serviceLevel: "Premium",
      size: 2 * 1024 ** 4,
    });
    const volume = only(resources, "netapp:CapacityPoolVolume").inputs;
    expect(volume).toMatchObject({
      usageThreshold: 2048 * 1024 ** 3,
      protocolTypes: ["NFSv4.1"],
      subnetId: "netapp-id",
    });
    expect(volume.exportPolicy).toMatchObject({
      rules: [{ allowedClients: "10.40.0.0/16", nfsv41: true, nfsv3: false }],
    });
  });

  test("Azure Files: an NFS share of the planned size in a premium account without forced HTTPS", async () => {
    const resources = await resourcesOf(filesPlan());
    expect(only(resources, "storage:StorageAccount").inputs).toMatchObject({
      kind: "FileStorage",
      enableHttpsTrafficOnly: false,
    });
    expect(only(resources, "storage:FileShare").inputs).toMatchObject({
      enabledProtocols: "NFS",
      shareQuota: 256,
    });
  });
});
