import { describe, expect, test } from "vitest";
import { planNetworkFor } from "../../planner/plan-network.ts";
import { planNodePool } from "../../planner/plan-node-pool.ts";
import { catalog } from "./fixtures.ts";
import { codes } from "./planned.ts";

describe("a pool in a few words", () => {
  test("gives what the construct takes", () => {
    const { pool, findings } = planNodePool({
      machine: "p5.48xlarge",
      nodes: 4,
      region: "us-east-2",
      catalog,
    });
    expect(findings).toEqual([]);
    expect(pool).toMatchObject({ name: "pool", nodes: 4, image: { type: "AL2023_x86_64_NVIDIA" } });
    expect(pool?.fabric.interfaces).toHaveLength(33);
  });

  test("loses no finding: neither of reading, nor of choosing, nor of checking", () => {
    expect(codes(planNodePool({ region: "us-east-2", catalog }).findings)).toContain("pool-without-machine");
    expect(
      codes(planNodePool({ machine: "p6e-gb200.36xlarge", region: "us-east-2", catalog }).findings),
    ).toContain("machine-facts-missing");
    expect(
      codes(planNodePool({ machine: "trn2.48xlarge", region: "eu-west-3", catalog }).findings),
    ).toContain("machine-region");
  });

  test("without a time every date lies ahead", () => {
    const purchase = [
      {
        kind: "capacity-block" as const,
        id: "cr-0a1b2c3d4e5f60718",
        start: "2027-03-01T11:30:00Z",
        end: "2027-03-15T11:30:00Z",
      },
    ];
    const { pool } = planNodePool({ machine: "p5.48xlarge", purchase, region: "us-east-2", catalog });
    expect(pool?.options[0]?.schedule.map(({ id }) => id)).toEqual(["raise", "lower"]);
  });
});

test("a network in a few words has room for its pools", () => {
  const pools = [{ name: "gpu", accelerator: "l4", nodes: { min: 0, max: 20 } }];
  const { network, findings } = planNetworkFor({ name: "lab", region: "us-east-2", pools, catalog });
  expect(findings).toEqual([]);
  expect(network?.cloud === "aws" ? network.subnets.length : 0).toBeGreaterThan(3);
});
