import { runtime } from "@pulumi/pulumi";
import { beforeAll, describe, expect, test } from "vitest";
import { AzureCluster } from "../../../stacks/azure-cluster.ts";
import { AzureData } from "../../../stacks/azure-data.ts";
import { type RecordedResource, Recorder } from "../../../stacks/pulumi/recorder.ts";
import { synthesizePulumi } from "../../../stacks/synthesize-pulumi.ts";
import { environmentPlan } from "../../constructs/azure/fixtures/environment.ts";
import { ofType, only } from "../../constructs/azure/recorded.ts";

let resources: readonly RecordedResource[] = [];
beforeAll(async () => {
  resources = await synthesizePulumi(environmentPlan());
});

const inStack = (stack: string) => resources.filter(({ urn }) => urn.startsWith(`urn:pulumi:${stack}::`));
const text = (value: unknown): string => JSON.stringify(value);

describe("two stacks by lifetime", () => {
  test("what is kept is in the data stack", () => {
    const types = new Set(inStack("pretrain-data").map(({ type }) => type.replace("azure-native:", "")));
    for (const type of [
      "network:VirtualNetwork",
      "storage:StorageAccount",
      "storagecache:AmlFilesystem",
      "consumption:Budget",
    ])
      expect(types, type).toContain(type);
    expect(types).not.toContain("containerservice:ManagedCluster");
  });

  test("what can be made again is in the cluster stack, and nothing of it is protected", () => {
    const types = new Set(inStack("pretrain-cluster").map(({ type }) => type.replace("azure-native:", "")));
    for (const type of ["containerservice:ManagedCluster", "containerservice:AgentPool", "logic:Workflow"])
      expect(types, type).toContain(type);
    expect(inStack("pretrain-cluster").filter(({ options }) => options?.protect)).toEqual([]);
  });

  test("no right on locked data is the cluster stack's to remove: the lock would refuse it", () => {
    const scopes = ofType(inStack("pretrain-cluster"), "authorization:RoleAssignment").map(
      ({ inputs }) => inputs.scope,
    );
    expect(scopes).toEqual(["cluster-aks-id"]);
  });

  test("the identities' group is not locked, so that the cluster can take its trust back", () => {
    const groups = ofType(resources, "resources:ResourceGroup").map(({ inputs }) => inputs.resourceGroupName);
    expect(groups.toSorted()).toEqual(["pretrain", "pretrain-cluster", "pretrain-identities"]);
    expect(only(resources, "authorization:ManagementLockByScope").inputs.scope).toBe("data-id");
  });

  test("a group that holds kept data is kept itself: deleting it would delete them", () => {
    const group = resources.find(({ inputs }) => inputs.resourceGroupName === "pretrain" && inputs.location);
    expect(group?.options).toMatchObject({ protect: true, retainOnDelete: true });
  });
});

describe("the cluster", () => {
  test("stands in the network of the data stack, with its identities", () => {
    const { inputs } = only(resources, "containerservice:ManagedCluster");
    expect(text(inputs.agentPoolProfiles)).toContain("network-nodes-id");
    expect(text(inputs.apiServerAccessProfile)).toContain("network-api-server-id");
    expect(text(inputs.identity)).toContain("identity-control-plane-id");
    expect(text(inputs.identityProfile)).toContain("identity-kubelet-client-id");
  });

  test("has every option of every pool as an agent pool, and no accelerator inside", () => {
    const names = ofType(resources, "containerservice:AgentPool").map(({ inputs }) => inputs.agentPoolName);
    expect(names.toSorted()).toEqual(["servesp", "trainod"]);
    expect(text(only(resources, "containerservice:ManagedCluster").inputs.agentPoolProfiles)).not.toContain(
      "_ND96",
    );
  });
});

test("everything that can be tagged is tagged", () => {
  const untaggable = [
    "network:Subnet",
    "network:PrivateDnsZoneGroup",
    "storage:BlobContainer",
    "storage:FileShare",
    "storage:BlobServiceProperties",
    "authorization:RoleAssignment",
    "authorization:ManagementLockByScope",
    "consumption:Budget",
    "monitor:DiagnosticSetting",
    "kubernetesconfiguration:Extension",
    "containerservice:MaintenanceConfiguration",
    "managedidentity:FederatedIdentityCredential",
  ].map((type) => `azure-native:${type}`);
  for (const { type, name, inputs } of resources) {
    if (!type.startsWith("azure-native:") || untaggable.includes(type)) continue;
    expect(inputs.tags, name).toMatchObject({ "engineroom:environment": "pretrain" });
  }
});

test("no two resources share a URN", () => {
  const urns = resources.map(({ urn }) => urn);
  expect(new Set(urns).size).toBe(urns.length);
});

test("no value is left out for being unknown", () => {
  for (const { name, inputs } of resources)
    expect(text(inputs), name).not.toContain("04da6b54-80e4-46f7-96ec-b56ff0331ba9");
});

describe("nothing is made inside apply", () => {
  /** What is made when nothing that only a deployment knows is known, as in a first preview. */
  const unknownIds = async (create: () => unknown): Promise<readonly string[]> => {
    const recorder = new Recorder("engineroom", "preview", {});
    const mocks = {
      newResource: (args: runtime.MockResourceArgs) => {
        recorder.newResource(args);
        return { id: undefined, state: {} };
      },
      call: () => ({}),
    };
    await runtime.setMocks(mocks, "engineroom", "preview", true, "organization");
    await runtime.runInPulumiStack(async () => {
      runtime.registerStackTransformation(recorder.note);
      create();
      return {};
    });
    await runtime.disconnect();
    return recorder.resources.map(({ type, name }) => `${type} ${name}`).toSorted();
  };
  const made = (stack: string) =>
    inStack(stack)
      .map(({ type, name }) => `${type} ${name}`)
      .toSorted();

  test("in the data stack", async () => {
    expect(await unknownIds(() => new AzureData(environmentPlan()))).toEqual(made("pretrain-data"));
  });

  test("in the cluster stack", async () => {
    const create = () => {
      const data = new AzureData(environmentPlan());
      new AzureCluster(environmentPlan(), data.outputs);
    };
    const both = new Set([...made("pretrain-data"), ...made("pretrain-cluster")]);
    expect(new Set(await unknownIds(create))).toEqual(both);
  });
});
