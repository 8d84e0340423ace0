import { describe, expect, test } from "vitest";
import { Network } from "../../../constructs/azure/network.ts";
import type { AzureNetworkPlan } from "../../../planner/plan/azure.ts";
import { around, networkPlan } from "./fixtures/plans.ts";
import { by, ofType, only, recorded } from "./recorded.ts";

const resourcesOf = (plan: AzureNetworkPlan = networkPlan()) =>
  recorded(() => new Network("network", { ...around, name: "pretrain", plan, protect: true }));

describe("a network of its own", () => {
  test("has the planned ranges, and Pulumi refuses to delete it while data is reached through it", async () => {
    const vnet = only(await resourcesOf(), "network:VirtualNetwork");
    expect(vnet.inputs).toMatchObject({
      virtualNetworkName: "pretrain-vnet",
      addressSpace: { addressPrefixes: ["10.40.0.0/16"] },
    });
    expect(vnet.options?.protect).toBe(true);
  });

  test("has every subnet of the plan with its range", async () => {
    const subnets = ofType(await resourcesOf(), "network:Subnet").map(({ inputs }) => [
      inputs.subnetName,
      inputs.addressPrefix,
    ]);
    expect(Object.fromEntries(subnets)).toEqual(
      Object.fromEntries(networkPlan().subnets.map(({ id, cidr }) => [id, cidr])),
    );
  });

  test("lets only the planned subnets out, through the NAT gateway alone", async () => {
    const resources = await resourcesOf();
    for (const { inputs } of ofType(resources, "network:Subnet")) {
      const planned = networkPlan().subnets.find(({ id }) => id === inputs.subnetName);
      expect(inputs.defaultOutboundAccess, String(inputs.subnetName)).toBe(false);
      expect("natGateway" in inputs, String(inputs.subnetName)).toBe(planned?.natGateway);
    }
    expect(ofType(resources, "network:PublicIPAddress")).toHaveLength(2);
    expect(only(resources, "network:NatGateway").inputs.idleTimeoutInMinutes).toBe(10);
  });

  test("puts its security group on every subnet, which opens nothing", async () => {
    const resources = await resourcesOf();
    const group = only(resources, "network:NetworkSecurityGroup");
    expect(group.inputs).not.toHaveProperty("securityRules");
    for (const { inputs } of ofType(resources, "network:Subnet"))
      expect(inputs.networkSecurityGroup).toEqual({ id: "network-nsg-id" });
  });

  test("delegates and reaches services as planned", async () => {
    const subnets = by(ofType(await resourcesOf(), "network:Subnet"), "subnetName");
    expect(subnets.get("netapp")?.delegations).toEqual([
      { name: "Microsoft.NetApp.volumes", serviceName: "Microsoft.NetApp/volumes" },
    ]);
    expect(subnets.get("nodes")?.delegations).toEqual([]);
    expect(subnets.get("nodes")?.serviceEndpoints).toEqual([{ service: "Microsoft.Storage" }]);
  });

  test("knows private names", async () => {
    const resources = await resourcesOf();
    expect(only(resources, "privatedns:PrivateZone").inputs.privateZoneName).toBe(
      "privatelink.blob.core.windows.net",
    );
    expect(only(resources, "privatedns:VirtualNetworkLink").inputs).toMatchObject({
      registrationEnabled: false,
      virtualNetwork: { id: "network-vnet-id" },
    });
  });
});

describe("an existing network", () => {
  const existing = networkPlan({
    existing: {
      vnet: "/subscriptions/s/vnet",
      cidr: "10.0.0.0/16",
      subnets: [],
      byRole: { nodes: "/subscriptions/s/vnet/subnets/workers" },
    },
    cidrs: [],
    subnets: [],
    natGateway: null,
    privateDnsZones: [],
    privateEndpoints: [],
  });

  test("is used by id and nothing of it is made", async () => {
    expect((await resourcesOf(existing)).filter(({ type }) => type.startsWith("azure-native:"))).toEqual([]);
  });

  test("offers its subnets by role", async () => {
    let ids: readonly string[] = [];
    await recorded(() => {
      const network = new Network("network", { ...around, name: "pretrain", plan: existing, protect: true });
      ids = [...network.subnetIds.keys()];
    });
    expect(ids).toEqual(["nodes"]);
  });
});

test("a transform has the last word", async () => {
  const resources = await recorded(
    () =>
      new Network("network", {
        ...around,
        name: "pretrain",
        plan: networkPlan(),
        protect: false,
        transform: { vnet: (args) => ({ ...args, flowTimeoutInMinutes: 10 }) },
      }),
  );
  expect(only(resources, "network:VirtualNetwork").inputs.flowTimeoutInMinutes).toBe(10);
});
