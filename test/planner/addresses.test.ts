import { describe, expect, test } from "vitest";
import { overlaps, parseRange } from "../../planner/addresses/ipv4.ts";
import { codes, type PoolInput, planned } from "./planned.ts";

const big = (count: number, nodes: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `p${index}`, machine: "p5.48xlarge", nodes }));
const wide = (count: number, nodes: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `g${index}`,
    machine: "g6.48xlarge",
    nodes,
    fabric: "none" as const,
  }));

describe("the network's range", () => {
  test("follows from the name, so that environments can be peered, and never from the order of planning", () => {
    const cidrOf = (name: string) => planned({ name }).network.cidrs[0];
    expect(cidrOf("assistant")).toBe(cidrOf("assistant"));
    expect(cidrOf("assistant")).not.toBe(cidrOf("serving"));
    expect(cidrOf("assistant")).toMatch(/^10\.\d+\.0\.0\/16$/);
  });

  test("keeps out of what the file avoids, and moves to another private range when 10.0.0.0/8 is taken", () => {
    const { network } = planned({ network: { avoid: ["10.0.0.0/8"] } });
    expect(network.cidrs).toEqual(["172.16.0.0/16"]);
    expect(network.serviceCidr).toBe("172.20.0.0/16");
  });

  test("the services' range keeps out of the network's and of what is avoided", () => {
    expect(planned({ network: { cidr: "172.20.0.0/16" } }).network.serviceCidr).toBe("10.100.0.0/16");
    expect(planned({ network: { avoid: ["172.16.0.0/12"] } }).network.serviceCidr).toBe("10.100.0.0/16");
  });

  test("when everything private is avoided there is a finding and still a plan", () => {
    const { network, findings } = planned({
      network: { avoid: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] },
    });
    expect(codes(findings)).toContain("no-free-network-range");
    expect(network.subnets.length).toBeGreaterThan(0);
  });

  test("a range that FSx uses itself is refused", () => {
    expect(codes(planned({ network: { cidr: "198.19.0.0/16" } }).findings)).toContain("range-reserved");
  });
});

describe("subnets", () => {
  test("every zone has room for every node that can start in it, twice over in a /16", () => {
    const { network } = planned({ network: { cidr: "10.40.0.0/16" } });
    expect(network.subnets.map(({ id, cidr }) => [id, cidr])).toEqual([
      ["nodes-use2-az1", "10.40.0.0/18"],
      ["nodes-use2-az2", "10.40.64.0/18"],
      ["nodes-use2-az3", "10.40.128.0/18"],
      ["public-use2-az1", "10.40.192.0/24"],
    ]);
  });

  test("stay where they are when a pool grows", () => {
    const places = (nodes: number) =>
      planned({ pools: [{ name: "train", machine: "p5.48xlarge", nodes }] }).network.subnets.map(
        ({ cidr }) => cidr,
      );
    expect(places(64)).toEqual(places(1));
  });

  test("count the update that is under way, every interface and every pod", () => {
    const { network, pools } = planned({ pools: [{ name: "train", machine: "p5.48xlarge", nodes: 4 }] });
    const home = network.subnets.find(({ id }) => id === "nodes-use2-az1");
    const each = pools[0]?.addressesPerNode ?? 0;
    expect(home?.planned).toBeGreaterThanOrEqual((4 + 1) * each + 16);
  });

  test("in a small range they are just as large as needed", () => {
    const { network, findings } = planned({
      network: { cidr: "10.40.0.0/19" },
      pools: [{ name: "gpu", machine: "g6.xlarge" }],
    });
    expect(findings).toEqual([]);
    for (const { planned: count, capacity } of network.subnets) expect(count).toBeLessThanOrEqual(capacity);
  });

  test("the control plane has two zones even where all nodes are in one", () => {
    const { network } = planned({ zones: ["use2-az1"] });
    expect(new Set(network.subnets.map(({ zone }) => zone)).size).toBeGreaterThanOrEqual(2);
  });

  test("where the range has no room for pods they get a further one, which avoids what is to be avoided", () => {
    const { network, findings } = planned({
      network: { cidr: "10.40.0.0/22", avoid: ["100.64.0.0/16"] },
      pools: wide(1, 20),
    });
    expect(network.cidrs).toEqual(["10.40.0.0/22", "100.65.0.0/16"]);
    expect(network.subnets.filter(({ role }) => role === "pods")).toHaveLength(3);
    expect(codes(findings)).toEqual(["pods-in-further-range"]);
  });

  test("nodes whose cards have no room for another interface move with their pods", () => {
    const { network } = planned({ network: { cidr: "10.40.0.0/22" }, pools: big(1, 16) });
    const home = network.subnets.find(({ id }) => id === "nodes-use2-az1");
    expect(home?.cidr).toMatch(/^100\.64\./);
  });

  test("a range that is too small even for the nodes says which one would do", () => {
    const { network, findings } = planned({ network: { cidr: "10.40.0.0/28" }, pools: wide(1, 20) });
    expect(findings).toMatchObject([
      { code: "network-too-small", got: "10.40.0.0/28", path: ["network", "cidr"] },
    ]);
    expect(findings[0]?.message).toMatch(/need a \/1\d\.$/);
    expect(network.subnets).toEqual([]);
  });

  test("thousands of nodes fit, and ranges over the quota are a warning with its name", () => {
    const { network, findings } = planned({ pools: wide(30, 450) });
    const found = findings.find(({ code }) => code === "too-many-network-ranges");
    expect(found).toMatchObject({ severity: "warning", allowed: 5 });
    expect(found?.hint).toContain("L-83CA0A9D");
    const ranges = network.subnets.map(({ cidr }) => parseRange(cidr));
    for (const [index, range] of ranges.entries()) {
      expect(ranges.slice(0, index).some((other) => overlaps(other, range))).toBe(false);
    }
  });
});

describe("ways out", () => {
  test("one NAT gateway for one zone, else one in each, or as the file says", () => {
    const elastic = [{ name: "serve", machine: "g6.xlarge", nodes: { min: 0, max: 4 } }];
    expect(planned().network.natZones).toEqual(["use2-az1"]);
    expect(planned({ pools: elastic }).network.natZones).toEqual(["use2-az1", "use2-az2", "use2-az3"]);
    expect(planned({ pools: elastic, aws: { natGateways: "one" } }).network.natZones).toEqual(["use2-az1"]);
  });

  test("S3 has its free gateway; interface endpoints come with nodes that work as one, or on request", () => {
    const services = (input: Parameters<typeof planned>[0]) =>
      planned(input).network.endpoints.map(({ service }) => service);
    expect(services({ pools: [{ name: "a", machine: "g6.xlarge" }] })).toEqual(["s3"]);
    expect(services({})).toEqual(["s3", "ec2", "ecr.api", "ecr.dkr", "eks-auth"]);
    const aws = { interfaceEndpoints: ["ssm", "s3"] };
    expect(services({ pools: [{ name: "a", machine: "g6.xlarge" }], aws })).toEqual(["s3", "ssm"]);
  });

  test("something exposed has public subnets in two zones; the API is private unless ranges are named", () => {
    const expose = { host: "chat.example.com" };
    const chat = { name: "chat", kind: "serving" as const, model: "llama-3.1-8b", pool: "serve", expose };
    const input = { pools: [{ name: "serve", machine: "g6.xlarge" }], workloads: [chat] };
    const open = planned({ ...input, policy: { publicEndpoints: true } }).network;
    expect(open.subnets.filter(({ role }) => role === "public")).toHaveLength(2);
    const { network } = planned(input);
    expect(
      network.subnets.filter(({ role }) => role === "public"),
      "an internal gateway",
    ).toHaveLength(1);
    expect(network.api).toEqual({ private: true, publicFrom: [] });
    expect(planned({ network: { api: { publicFrom: ["203.0.113.0/24"] } } }).network.api.publicFrom).toEqual([
      "203.0.113.0/24",
    ]);
  });
});

describe("an existing network", () => {
  const subnet = (id: number, zone?: string, cidr?: string, isPublic = false) => ({
    id: `subnet-0000000000000000${id}`,
    ...(zone === undefined ? {} : { zone }),
    ...(cidr === undefined ? {} : { cidr }),
    public: isPublic,
  });
  const within = (
    subnets: ReturnType<typeof subnet>[],
    pools: PoolInput[] = [{ name: "gpu", machine: "g6.xlarge" }],
  ) =>
    planned({
      pools,
      network: { existing: { vpc: "vpc-0123456789abcdef0", cidr: "10.20.0.0/16", subnets } },
    });
  const two = [subnet(1, "use2-az2", "10.20.0.0/20"), subnet(2, "use2-az3", "10.20.16.0/20")];

  test("is used as it is: nothing is created, and pools stand in its zones", () => {
    const { network, pools, findings } = within(two);
    expect(network).toMatchObject({ cidrs: [], subnets: [], natZones: [], endpoints: [], flowLogs: false });
    expect(network.existing?.subnets.map(({ zone }) => zone)).toEqual(["use2-az2", "use2-az3"]);
    expect(pools[0]?.options[0]?.zones).toEqual(["use2-az2"]);
    expect(findings).toEqual([]);
  });

  test("says what it does not know and so did not check", () => {
    expect(codes(within([subnet(1), subnet(2)]).findings)).toEqual([
      "subnet-zone-unknown",
      "subnet-size-unknown",
      "subnet-zone-unknown",
      "subnet-size-unknown",
    ]);
  });

  test("a fabric pool needs the zones of its subnets to be known", () => {
    const pools = [{ name: "train", machine: "p5.48xlarge", nodes: 2 }];
    expect(codes(within([subnet(1), subnet(2)], pools).findings)).toContain("efa-across-subnets");
    expect(codes(within(two, pools).findings)).not.toContain("efa-across-subnets");
  });

  test("subnets that are too small are an error with the numbers", () => {
    const { findings } = within([
      subnet(1, "use2-az2", "10.20.0.0/26"),
      subnet(2, "use2-az3", "10.20.16.0/20"),
    ]);
    expect(findings).toMatchObject([{ code: "range-too-small", got: 59, severity: "error" }]);
  });

  test("one zone alone is too few for a control plane", () => {
    expect(codes(within([subnet(1, "use2-az2", "10.20.0.0/18")]).findings)).toContain("cluster-zones");
  });

  test("public subnets are not for nodes", () => {
    expect(codes(within([subnet(1, "use2-az2", "10.20.0.0/20", true)]).findings)).toContain(
      "subnets-all-public",
    );
  });

  test("a zone that nodes want and no subnet is in", () => {
    const pools = [{ name: "gpu", machine: "g6.xlarge", zones: ["use2-az1"] }];
    expect(codes(within(two, pools).findings)).toContain("subnet-missing-in-zone");
  });
});
