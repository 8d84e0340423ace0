import { describe, expect, test } from "vitest";
import { Network, type NetworkProps } from "../../../constructs/gcp/network.ts";
import { existingNetwork, network } from "./fixtures/plans.ts";
import { recorded } from "./recorded.ts";

const create = (props: Partial<NetworkProps> = {}) =>
  recorded(
    () =>
      new Network("network", {
        environment: "assistant",
        region: "us-central1",
        project: "my-project",
        plan: network,
        protect: true,
        ...props,
      }),
  );

describe("a planned network", () => {
  test("is a VPC with the planned MTU and no subnets of Google's choice", async () => {
    const vpc = (await create()).inputs("network-vpc");
    expect(vpc).toMatchObject({ name: "assistant", autoCreateSubnetworks: false, mtu: 8896 });
  });

  test("has one subnet of nodes with secondary ranges for pods and services", async () => {
    const nodes = (await create()).inputs("network-subnet-nodes");
    expect(nodes.ipCidrRange).toBe("10.40.0.0/20");
    expect(nodes.secondaryIpRanges).toEqual([
      { rangeName: "pods", ipCidrRange: "10.40.64.0/18" },
      { rangeName: "services", ipCidrRange: "10.40.16.0/20" },
    ]);
  });

  test("reaches Google's APIs from inside and records flows", async () => {
    const nodes = (await create()).inputs("network-subnet-nodes");
    expect(nodes.privateIpGoogleAccess).toBe(true);
    expect(nodes.logConfig).toEqual({ metadata: "INCLUDE_ALL_METADATA" });
  });

  test("reaches the internet through NAT alone", async () => {
    const nat = (await create()).inputs("network-routes-nat");
    expect(nat).toMatchObject({ natIpAllocateOption: "AUTO_ONLY", minPortsPerVm: 64 });
  });

  test("lets in what the plan names and nothing else", async () => {
    const rules = (await create()).ofType("compute/firewall:Firewall");
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({
      direction: "INGRESS",
      sourceRanges: ["10.40.0.0/16"],
      allows: [{ protocol: "tcp", ports: ["988"] }],
    });
  });

  test("peers a range with Google's services", async () => {
    const made = await create();
    expect(made.inputs("network-services-range")).toMatchObject({
      purpose: "VPC_PEERING",
      address: "10.40.48.0",
      prefixLength: 22,
    });
    expect(made.inputs("network-services-connection").deletionPolicy).toBe("ABANDON");
  });

  test("is protected and stays in the cloud", async () => {
    const made = await create();
    const kept = { protect: true, retainOnDelete: true };
    for (const name of ["network-vpc", "network-subnet-nodes", "network-services-connection"])
      expect(made.named(name).options).toEqual(kept);
  });

  test("is not protected where the plan protects nothing", async () => {
    expect((await create({ protect: false })).named("network-vpc").options).toBeUndefined();
  });

  test("takes last changes", async () => {
    const made = await create({ transform: { subnet: (args) => ({ ...args, description: "ours" }) } });
    expect(made.inputs("network-subnet-nodes").description).toBe("ours");
  });
});

describe("an existing network", () => {
  test("creates nothing", async () => {
    const { all } = await create({ plan: existingNetwork });
    expect(all.map(({ type }) => type)).toEqual(["engineroom:gcp:Network"]);
  });
});
