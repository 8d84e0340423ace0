import { describe, expect, test } from "vitest";
import { catalog } from "./fixtures.ts";
import { codes, planned } from "./planned.ts";

const systemOf = (input: Parameters<typeof planned>[0] = {}) => planned(input).systemPools[0];

describe("system pools", () => {
  test("find several interchangeable types in several zones, so that a stock-out of one costs nothing", () => {
    const system = systemOf({ zones: ["use2-az3"] });
    expect(system?.machines.length).toBeGreaterThanOrEqual(4);
    expect(system?.zones).toEqual(["use2-az3", "use2-az1", "use2-az2"]);
    const sizes = new Set(
      system?.machines.map((name) => {
        const machine = catalog.machine("aws", name);
        return `${machine?.vcpus} ${machine?.memoryGiB} ${machine?.arch}`;
      }),
    );
    expect(sizes.size, "all alike").toBe(1);
  });

  test("every type is offered in every zone", () => {
    const system = systemOf({ region: "us-east-1" });
    for (const name of system?.machines ?? []) {
      const offered = catalog.machine("aws", name)?.offered["us-east-1"];
      for (const zone of system?.zones ?? []) expect(offered).toContain(zone);
    }
  });

  test("are small for a few nodes and grow with what their controllers watch", () => {
    const vcpus = (nodes: number) => {
      const [first = ""] = systemOf({ pools: [{ name: "a", machine: "g6.xlarge", nodes }] })?.machines ?? [];
      return catalog.machine("aws", first)?.vcpus;
    };
    expect([1, 50, 200, 900].map(vcpus)).toEqual([2, 4, 8, 16]);
  });

  test("are two at least, take anything, and have the image without a driver", () => {
    const system = systemOf();
    expect(system?.size.min).toBe(2);
    expect(system).toMatchObject({
      taints: [],
      labels: { "engineroom.dev/role": "system" },
      image: { type: "AL2023_x86_64_STANDARD" },
    });
  });

  test("an existing cluster has its own", () => {
    expect(planned({ orchestration: { existing: "theirs", version: "1.35" } }).systemPools).toEqual([]);
  });

  test("too few types or zones are said", () => {
    const existing = {
      vpc: "vpc-0123456789abcdef0",
      subnets: [{ id: "subnet-00000000000000001", zone: "use2-az1" }],
    };
    expect(codes(planned({ network: { existing } }).findings)).toContain("few-system-machines");
  });
});
