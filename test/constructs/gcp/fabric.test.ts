import { describe, expect, test } from "vitest";
import { Fabric } from "../../../constructs/gcp/fabric.ts";
import { rdma, secondNic } from "./fixtures/plans.ts";
import { recorded } from "./recorded.ts";

const create = (networks = [secondNic, rdma]) =>
  recorded(
    () => new Fabric("fabric", { region: "us-central1", project: "my-project", networks, protect: true }),
  );

describe("the fabric of an RDMA family", () => {
  test("has a network for the second interface, with its MTU and without a profile", async () => {
    const vpc = (await create()).inputs("fabric-vpc-a4-gvnic-1");
    expect(vpc.mtu).toBe(8896);
    expect(vpc).not.toHaveProperty("networkProfile");
  });

  test("has an RDMA network with the zone's profile", async () => {
    const vpc = (await create()).inputs("fabric-vpc-a4-us-central1-b-rdma");
    expect(vpc.networkProfile).toBe("projects/my-project/global/networkProfiles/us-central1-b-vpc-roce");
    expect(vpc.mtu).toBe(8896);
  });

  test("has a subnet for each of the eight RDMA interfaces", async () => {
    const ranges = (await create())
      .ofType("compute/subnetwork:Subnetwork")
      .filter(({ network }) => network === "fabric-vpc-a4-us-central1-b-rdma-id")
      .map(({ ipCidrRange }) => ipCidrRange);
    expect(ranges.toSorted()).toEqual(rdma.subnets.map(({ cidr }) => cidr).toSorted());
  });

  test("lets everything pass inside the second network, and makes no rule where the profile takes none", async () => {
    const rules = (await create()).ofType("compute/firewall:Firewall");
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({
      network: "fabric-vpc-a4-gvnic-1-id",
      allows: [{ protocol: "all" }],
      sourceRanges: ["192.168.128.0/20"],
    });
  });
});

test("a bare-metal network has no subnets", async () => {
  const made = await create([{ ...rdma, id: "metal", networkProfile: "z-vpc-roce-metal", subnets: [] }]);
  expect(made.ofType("compute/subnetwork:Subnetwork")).toEqual([]);
  expect(made.inputs("fabric-vpc-metal").networkProfile).toMatch(/z-vpc-roce-metal$/);
});

test("no fabric creates nothing", async () => {
  expect((await create([])).all.map(({ type }) => type)).toEqual(["engineroom:gcp:Fabric"]);
});
