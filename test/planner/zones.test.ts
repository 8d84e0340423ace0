import { describe, expect, test } from "vitest";
import { codes, planned } from "./planned.ts";

const zonesOf = (plan: ReturnType<typeof planned>, pool: string) =>
  plan.pools.find(({ name }) => name === pool)?.options.map(({ zones }) => zones);

describe("zones", () => {
  test("pools share the zone that offers them all", () => {
    const plan = planned({
      region: "us-east-1",
      pools: [
        { name: "train", machine: "p6-b200.48xlarge", nodes: 2 },
        { name: "serve", machine: "g6e.xlarge", nodes: 1 },
      ],
    });
    expect(plan.zones).toEqual(["use1-az6"]);
    expect(plan.zonesReason).toBe("use1-az6 offers all 2 pools together");
    expect(plan.findings).toEqual([]);
  });

  test("a fabric pool keeps to one zone, an elastic one spreads over three, the shared one first", () => {
    const plan = planned({
      pools: [
        { name: "train", machine: "p5.48xlarge", nodes: 2 },
        { name: "serve", machine: "g6e.xlarge", nodes: { min: 0, max: 4 } },
      ],
    });
    expect(zonesOf(plan, "train")).toEqual([["use2-az1"]]);
    expect(zonesOf(plan, "serve")).toEqual([["use2-az1", "use2-az2", "use2-az3"]]);
  });

  test("zones that the file names are kept to, in its order", () => {
    const plan = planned({ zones: ["use2-az3", "use2-az2"] });
    expect(plan.zones).toEqual(["use2-az3"]);
    expect(plan.zonesReason).toBe("the file names use2-az3, use2-az2");
  });

  test("a fixed pool spreads when the file names zones for it", () => {
    const plan = planned({
      pools: [{ name: "a", machine: "g6.xlarge", nodes: 3, zones: ["use2-az2", "use2-az3"] }],
    });
    expect(zonesOf(plan, "a")).toEqual([["use2-az2", "use2-az3"]]);
  });

  test("a reservation brings everything to its zone", () => {
    const block = {
      kind: "capacity-block" as const,
      id: "cr-0a1b2c3d4e5f60718",
      zone: "use2-az3",
      start: "2027-03-01T11:30:00Z",
      end: "2027-03-15T11:30:00Z",
    };
    const plan = planned({
      pools: [
        { name: "notebooks", machine: "g6.xlarge" },
        { name: "train", machine: "p5.48xlarge", nodes: 2, purchase: [block, { kind: "on-demand" }] },
      ],
    });
    expect(zonesOf(plan, "train")).toEqual([["use2-az3"], ["use2-az3"]]);
    expect(zonesOf(plan, "notebooks")).toEqual([["use2-az3"]]);
  });

  test("without a common zone the finding lists what is offered where, and each pool is planned", () => {
    const plan = planned({
      region: "us-east-1",
      pools: [
        { name: "inference", machine: "vt1.3xlarge", nodes: 1 },
        { name: "train", machine: "p6-b200.48xlarge", nodes: 2 },
        { name: "more", machine: "p6-b200.48xlarge", nodes: 2 },
      ],
    });
    expect(codes(plan.findings)).toContain("no-common-zone");
    const found = plan.findings.find(({ code }) => code === "no-common-zone");
    expect(found?.message).toContain("inference in use1-az1, use1-az2");
    expect(plan.zones).toEqual(["use1-az6", "use1-az1"]);
  });

  test("a zone that nobody knows is named with the known ones", () => {
    const plan = planned({ zones: ["use2-az1", "use2-az9"] });
    expect(plan.findings).toMatchObject([
      { code: "zone-unknown", path: ["zones", 1], allowed: ["use2-az1", "use2-az2", "use2-az3"] },
    ]);
  });

  test("what was asked for and is not offered stays in the plan, for a check to name", () => {
    const plan = planned({
      region: "us-east-1",
      zones: ["use1-az1"],
      pools: [{ name: "a", machine: "trn1.32xlarge" }],
    });
    expect(zonesOf(plan, "a")).toEqual([["use1-az1"]]);
  });

  test("a zone without ordinary machines is used only when it is named, and then with a warning", () => {
    const pools = [{ name: "serve", machine: "p5.4xlarge", nodes: { min: 0, max: 4 } }];
    const planner = planned({
      region: "us-east-1",
      pools: [{ ...pools[0], name: "serve", fabric: "none" as const }],
    });
    expect(planner.zones).toEqual(["use1-az1", "use1-az2", "use1-az4"]);
    const named = planned({ region: "us-east-1", zones: ["use1-az3"], pools });
    expect(codes(named.findings)).toContain("zone-without-control-plane");
  });

  test("two reservations of one fabric pool in two zones are a warning", () => {
    const reservation = (id: string, zone: string) => ({ kind: "reservation" as const, id, zone, nodes: 2 });
    const plan = planned({
      pools: [
        {
          name: "train",
          machine: "p5.48xlarge",
          nodes: 4,
          purchase: [
            reservation("cr-00000000000000001", "use2-az1"),
            reservation("cr-00000000000000002", "use2-az2"),
          ],
        },
      ],
    });
    expect(codes(plan.findings)).toEqual(["pool-across-zones"]);
  });
});
