import { describe, expect, test } from "vitest";
import { Cluster } from "../../../constructs/azure/cluster.ts";
import { ControlPlaneLogs } from "../../../constructs/azure/control-plane-logs.ts";
import { Orchestration } from "../../../constructs/azure/orchestration.ts";
import { SystemNodePool } from "../../../constructs/azure/system-node-pool.ts";
import type { AzureClusterPlan, AzureNetworkPlan } from "../../../planner/plan/azure.ts";
import { around, clusterPlan, networkPlan, subscription, systemPoolPlan } from "./fixtures/plans.ts";
import { ofType, only, recorded } from "./recorded.ts";

const identity = (id: string) => ({
  id: `${id}-id`,
  clientId: `${id}-client`,
  principalId: `${id}-principal`,
});

const resourcesOf = (
  azure: Partial<AzureClusterPlan> = {},
  network: Partial<AzureNetworkPlan> = {},
  existing: string | null = null,
) =>
  recorded(
    () =>
      new Cluster("cluster", {
        ...around,
        plan: clusterPlan(azure, { existing }),
        network: networkPlan(network),
        subscriptionId: subscription,
        nodeSubnetId: "nodes-id",
        apiServerSubnetId: "api-server-id",
        controlPlane: identity("control-plane"),
        kubelet: identity("kubelet"),
        firstPool: systemPoolPlan(),
      }),
  );
const clusterOf = async (...changes: Parameters<typeof resourcesOf>) =>
  only(await resourcesOf(...changes), "containerservice:ManagedCluster").inputs;

describe("the API", () => {
  test("is private, in a subnet of the network", async () => {
    expect((await clusterOf()).apiServerAccessProfile).toEqual({
      enablePrivateCluster: true,
      enablePrivateClusterPublicFQDN: false,
      privateDNSZone: "system",
      enableVnetIntegration: true,
      subnetId: "api-server-id",
    });
  });

  test("without such a subnet it is private by private link", async () => {
    const access = (await clusterOf({ apiServerSubnet: null })).apiServerAccessProfile;
    expect(access).not.toHaveProperty("enableVnetIntegration");
    expect(access).toMatchObject({ enablePrivateCluster: true });
  });

  test("is open to the asked ranges alone", async () => {
    const api = { private: true, publicFrom: ["203.0.113.0/24"] } as const;
    expect((await clusterOf({}, { api })).apiServerAccessProfile).toMatchObject({
      enablePrivateCluster: false,
      authorizedIPRanges: ["203.0.113.0/24"],
    });
  });
});

describe("identity", () => {
  test("control plane and nodes have identities of their own; system-assigned ones cannot use reservations", async () => {
    const { identity: own, identityProfile } = await clusterOf();
    expect(own).toEqual({ type: "UserAssigned", userAssignedIdentities: ["control-plane-id"] });
    expect(identityProfile).toEqual({
      kubeletidentity: {
        resourceId: "kubelet-id",
        clientId: "kubelet-client",
        objectId: "kubelet-principal",
      },
    });
  });

  test("people come with Entra and Azure's roles; workloads with tokens of the cluster", async () => {
    expect(await clusterOf()).toMatchObject({
      disableLocalAccounts: true,
      enableRBAC: true,
      aadProfile: { managed: true, enableAzureRBAC: true },
      oidcIssuerProfile: { enabled: true },
      securityProfile: { workloadIdentity: { enabled: true } },
    });
  });
});

test("pods live in the overlay, with Cilium", async () => {
  expect((await clusterOf()).networkProfile).toMatchObject({
    networkPlugin: "azure",
    networkPluginMode: "overlay",
    networkDataplane: "cilium",
    networkPolicy: "cilium",
    outboundType: "userAssignedNATGateway",
    podCidr: "10.64.0.0/14",
    serviceCidr: "10.96.0.0/16",
    dnsServiceIP: "10.96.0.10",
  });
});

describe("pools", () => {
  test("only the first system pool is written inside the cluster", async () => {
    const profiles = (await clusterOf()).agentPoolProfiles;
    expect(profiles).toEqual([
      expect.objectContaining({
        name: "system",
        mode: "System",
        vmSize: "Standard_D4ds_v5",
        availabilityZones: ["1", "2", "3"],
        minCount: 2,
        maxCount: 4,
        vnetSubnetID: "nodes-id",
      }),
    ]);
  });

  test("a further system pool is a resource of its own", async () => {
    const plan = systemPoolPlan({ name: "system-arm64" });
    const nodes = { ...around, clusterName: "pretrain", kubernetesVersion: "1.34", subnetId: "nodes-id" };
    const pool = only(
      await recorded(() => new SystemNodePool(plan.name, { ...nodes, plan })),
      "containerservice:AgentPool",
    );
    expect(pool.inputs).toMatchObject({ mode: "System", upgradeSettings: { maxSurge: "1" } });
  });

  test("the node provisioner is on or off as planned, without pools of its own making", async () => {
    expect((await clusterOf({ nodeProvisioning: "Auto" })).nodeProvisioningProfile).toEqual({
      mode: "Auto",
      defaultNodePools: "None",
    });
  });
});

describe("change", () => {
  test("comes in the planned week window only, for control plane and nodes", async () => {
    const windows = ofType(await resourcesOf(), "containerservice:MaintenanceConfiguration");
    expect(windows.map(({ inputs }) => inputs.configName).toSorted()).toEqual([
      "aksManagedAutoUpgradeSchedule",
      "aksManagedNodeOSUpgradeSchedule",
    ]);
    for (const { inputs } of windows)
      expect(inputs.maintenanceWindow).toMatchObject({
        startTime: "02:00",
        durationHours: 4,
        schedule: { weekly: { dayOfWeek: "Sunday", intervalWeeks: 1 } },
      });
  });

  test("versions move by the planned channels", async () => {
    expect((await clusterOf()).autoUpgradeProfile).toEqual({
      upgradeChannel: "none",
      nodeOSUpgradeChannel: "NodeImage",
    });
  });
});

test("an existing cluster is used and never changed, by name or by ARM id", async () => {
  const made = (await resourcesOf({}, {}, "theirs")).filter(({ type }) => type.startsWith("azure-native:"));
  expect(made).toEqual([]);
});

test("logs of the control plane go to the workspace", async () => {
  const props = { clusterId: "cluster-id", workspaceId: "logs-id", categories: ["guard"] };
  const setting = only(
    await recorded(() => new ControlPlaneLogs("logs", props)),
    "monitor:DiagnosticSetting",
  );
  expect(setting.inputs).toMatchObject({
    resourceUri: "cluster-id",
    workspaceId: "logs-id",
    logs: [{ category: "guard", enabled: true }],
  });
});

test("extensions are installed from inside", async () => {
  const extensions = clusterPlan().azure?.extensions ?? [];
  const props = { resourceGroupName: "pretrain-cluster", clusterName: "pretrain", extensions };
  const flux = only(
    await recorded(() => new Orchestration("orchestration", props)),
    "kubernetesconfiguration:Extension",
  );
  expect(flux.inputs).toMatchObject({
    extensionType: "microsoft.flux",
    clusterRp: "Microsoft.ContainerService",
    clusterResourceName: "managedClusters",
    clusterName: "pretrain",
  });
});
