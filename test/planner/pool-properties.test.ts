import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { overlaps, parseRange, sizeOf } from "../../planner/addresses/ipv4.ts";
import { arbitraryAwsEnvironment } from "../spec/arbitrary-environment.ts";
import { planned } from "./planned.ts";

const environments = arbitraryAwsEnvironment({
  region: "us-east-2",
  zones: ["use2-az1", "use2-az2", "use2-az3"],
  machines: [
    "p5.48xlarge",
    "p5en.48xlarge",
    "g6.xlarge",
    "g6e.48xlarge",
    "trn2.48xlarge",
    "inf2.xlarge",
    "trn1.32xlarge",
  ],
  accelerators: ["h100", "h200", "l4", "l40s", "trainium1"],
});

describe("any valid file", () => {
  test("has a plan for every pool that has a machine, and a finding for every one that has none", () => {
    fc.assert(
      fc.property(environments, (input) => {
        const { environment, pools, findings } = planned(input);
        expect(environment.pools.length - pools.length).toBe(
          findings.filter(({ code }) => code === "no-machine-suits").length,
        );
      }),
    );
  });

  test("has ranges that do not overlap, lie in the network and suffice", () => {
    fc.assert(
      fc.property(environments, (input) => {
        const { network, findings } = planned(input);
        if (findings.some(({ code }) => code === "network-too-small")) return;
        const outer = network.cidrs.map(parseRange);
        const ranges = network.subnets.map(({ cidr }) => parseRange(cidr));
        for (const [index, range] of ranges.entries()) {
          expect(ranges.slice(0, index).some((other) => overlaps(other, range))).toBe(false);
          expect(outer.some((one) => overlaps(one, range) && one.prefix <= range.prefix)).toBe(true);
          expect(range.prefix).toBeGreaterThanOrEqual(16);
          expect(range.prefix).toBeLessThanOrEqual(28);
          const subnet = network.subnets[index];
          expect(subnet?.capacity).toBe(sizeOf(range.prefix) - 5);
          expect(subnet?.planned).toBeLessThanOrEqual(subnet?.capacity ?? 0);
        }
        expect(outer.some((one) => overlaps(one, parseRange(network.serviceCidr)))).toBe(false);
      }),
    );
  });

  test("has options with unique ids, nodes that never exceed the pool's, and sizes in order", () => {
    fc.assert(
      fc.property(environments, (input) => {
        const { pools } = planned(input);
        const ids = pools.flatMap(({ options }) => options.map(({ id }) => id));
        expect(new Set(ids).size).toBe(ids.length);
        for (const pool of pools) {
          for (const { nodes, size, maxUnavailable, placement, purchase, schedule, zones } of pool.options) {
            expect(nodes).toBeLessThanOrEqual(pool.nodes);
            expect(size.min).toBeLessThanOrEqual(size.desired);
            expect(size.desired).toBeLessThanOrEqual(size.max);
            expect(maxUnavailable).toBeLessThanOrEqual(size.max);
            if (purchase === "capacity-block" || purchase === "spot") expect(placement.kind).toBe("none");
            if (pool.fabric.kind !== "none") expect(zones).toHaveLength(1);
            expect(schedule.map(({ at }) => at)).toEqual(schedule.map(({ at }) => at).toSorted());
          }
        }
      }),
    );
  });

  test("is planned the same twice", () => {
    fc.assert(
      fc.property(environments, (input) => {
        expect(planned(input)).toEqual(planned(input));
      }),
      { numRuns: 30 },
    );
  });

  test("wires every fabric interface that the machine has", () => {
    fc.assert(
      fc.property(environments, (input) => {
        for (const { fabric } of planned(input).pools) {
          expect(fabric.interfaces.filter(({ kind }) => kind !== "interface")).toHaveLength(
            fabric.interfacesPerNode,
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
