import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleFiles, exampleNow } from "../../environments/index.ts";
import { planEnvironment } from "../../planner/index.ts";
import { loadEnvironment } from "../../spec/load.ts";
import type { EnvironmentInput } from "../../spec/schema/environment.ts";
import { arbitraryAwsEnvironment } from "../spec/arbitrary-environment.ts";
import { catalog, environment, now } from "./fixtures.ts";

const plan = (input: Partial<EnvironmentInput> = {}) => planEnvironment(environment(input), { catalog, now });

const arbitrary = arbitraryAwsEnvironment({
  region: "us-east-2",
  zones: ["use2-az1", "use2-az2", "use2-az3"],
  machines: ["p5.48xlarge", "g6.xlarge", "g6e.12xlarge", "trn2.48xlarge", "p4d.24xlarge"],
  accelerators: ["h100", "l4", "l40s"],
});

describe("a plan", () => {
  it("is given for any valid file, as plain frozen data", () => {
    fc.assert(
      fc.property(arbitrary, (input) => {
        const made = plan(input).plan;
        expect(made).toBeDefined();
        expect(Object.isFrozen(made?.pools[0]?.options)).toBe(true);
        expect(JSON.parse(JSON.stringify(made))).toEqual(made);
      }),
      { numRuns: 60 },
    );
  });

  it("is the same for the same input", () => {
    fc.assert(
      fc.property(arbitrary, (input) => {
        expect(JSON.stringify(plan(input))).toBe(JSON.stringify(plan(input)));
      }),
      { numRuns: 30 },
    );
  });

  it("leaves the environment as it was", () => {
    const spec = environment({
      tags: { team: "a" },
      pools: [{ name: "train", accelerator: "h100", nodes: 2 }],
    });
    const before = structuredClone(spec);
    planEnvironment(spec, { catalog, now });
    expect(spec).toEqual(before);
  });

  it("costs more with more nodes", () => {
    const cost = (nodes: number) =>
      plan({ pools: [{ name: "train", machine: "p5.48xlarge", nodes }] }).plan?.cost.usdPerHour ?? 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 50 }), (nodes, more) => {
        expect(cost(nodes + more)).toBeGreaterThan(cost(nodes));
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ["aws", "us-east-2"],
    ["gcp", "us-central1"],
    ["azure", "eastus"],
  ] as const)("is given on every cloud for a file that asks for accelerators: %s", (cloud, region) => {
    const made = plan({ cloud, region, pools: [{ name: "a", accelerator: "h100", nodes: 2 }] });
    expect(made.plan?.cloud).toBe(cloud);
    expect(made.plan?.pools[0]?.accelerators).toBe(16);
  });

  it("has findings in an order that does not depend on how they were found", () => {
    const { findings } = plan({
      pools: [{ name: "odd", machine: "p5.49xlarge", nodes: 2 }],
      network: { cidr: "10.0.0.0/24" },
    });
    const ranks = findings.map(({ severity }) => ["error", "warning", "info"].indexOf(severity));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(findings.length).toBeGreaterThan(0);
  });
});

describe("the examples", () => {
  for (const file of exampleFiles()) {
    it(`${file.split("/").at(-1)} plan without an error, on AWS within 16 minutes`, () => {
      const loaded = loadEnvironment(readFileSync(file, "utf8"));
      if (loaded.environment === undefined) throw new Error(JSON.stringify(loaded.findings));
      const made = planEnvironment(loaded.environment, { catalog, now: Date.parse(exampleNow) });
      expect(made.findings.filter(({ severity }) => severity === "error")).toEqual([]);
      if (loaded.environment.cloud === "aws") expect(made.plan?.timeline.minutes).toBeLessThanOrEqual(16);
    });
  }
});

describe("many pools", () => {
  const pools = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `pool-${index}`, machine: "g6.xlarge", nodes: 1 }));
  const secondsPerPool = (count: number): number => {
    const spec = environment({ pools: pools(count) });
    const times = Array.from({ length: 5 }, () => {
      const before = process.cpuUsage();
      planEnvironment(spec, { catalog, now });
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1e6;
    });
    return Math.min(...times) / count;
  };

  it("take no longer each than a few", () => {
    secondsPerPool(10);
    expect(secondsPerPool(1000)).toBeLessThan(3 * secondsPerPool(100));
  });
});
