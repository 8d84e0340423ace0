import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fill } from "../../planner/purchase/fill.ts";
import { codes, onlyPool, optionOf, planned } from "./planned.ts";

const start = "2027-03-01T11:30:00Z";
const end = "2027-03-15T11:30:00Z";
const block = (overrides: object = {}) => ({
  kind: "capacity-block" as const,
  id: "cr-0a1b2c3d4e5f60718",
  start,
  end,
  ...overrides,
});
const train = { machine: "p5.48xlarge", nodes: 16 };

describe("filling", () => {
  const undated = (holds?: number) => ({ holds, start: null, end: null });

  test("the first takes what it can hold, later ones what is left", () => {
    expect(fill(16, [undated(12), undated()])).toEqual({ nodes: [12, 4], together: 16 });
    expect(fill(16, [undated(), undated()])).toEqual({ nodes: [16, 0], together: 16 });
  });

  test("blocks that follow each other supply the same nodes", () => {
    const first = { holds: 16, start: 0, end: 10 };
    const second = { holds: 16, start: 10, end: 20 };
    expect(fill(16, [first, second])).toEqual({ nodes: [16, 16], together: 16 });
  });

  test("blocks that overlap share", () => {
    const first = { holds: 12, start: 0, end: 10 };
    const second = { holds: 12, start: 5, end: 15 };
    expect(fill(16, [first, second])).toEqual({ nodes: [12, 4], together: 16 });
  });

  test("on-demand beside a block fills up, and does not stand in before it begins", () => {
    expect(fill(16, [{ holds: 12, start: 10, end: 20 }, undated()])).toEqual({
      nodes: [12, 4],
      together: 16,
    });
    expect(fill(16, [{ holds: undefined, start: 10, end: 20 }, undated()])).toEqual({
      nodes: [16, 0],
      together: 16,
    });
  });

  test("never more than wanted at one time, never more than held, never negative", () => {
    const time = fc.option(fc.integer({ min: 0, max: 50 }), { nil: null });
    const holder = fc.record({
      holds: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      start: time,
      end: time,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), fc.array(holder, { maxLength: 8 }), (wanted, holders) => {
        const { nodes, together } = fill(wanted, holders);
        expect(together).toBeLessThanOrEqual(wanted);
        for (let at = -1; at <= 51; at += 1) {
          const sum = holders.reduce(
            (total, one, index) =>
              (one.start ?? -2) <= at && at < (one.end ?? 99) ? total + (nodes[index] ?? 0) : total,
            0,
          );
          expect(sum).toBeLessThanOrEqual(wanted);
        }
        for (const [index, count] of nodes.entries()) {
          expect(count).toBeGreaterThanOrEqual(0);
          expect(count).toBeLessThanOrEqual(holders[index]?.holds ?? wanted);
        }
      }),
    );
  });
});

describe("a capacity block", () => {
  const option = (at?: number) =>
    optionOf(onlyPool({ ...train, purchase: [block()] }, {}, at), "train-capacity-block");

  test("stands at zero until it begins, is raised then and lowered 40 minutes before its end", () => {
    expect(option().size).toEqual({ min: 0, desired: 0, max: 16 });
    expect(option().schedule.map(({ id, at, desired }) => [id, at, desired])).toEqual([
      ["raise", start, 16],
      ["lower", "2027-03-15T10:50:00Z", 0],
    ]);
    expect(option()).toMatchObject({ activeFrom: start, activeUntil: "2027-03-15T11:00:00Z" });
  });

  test("has its nodes at once when it has begun, and none when it is over", () => {
    const during = option(Date.parse("2027-03-05T00:00:00Z"));
    expect(during.size).toEqual({ min: 16, desired: 16, max: 16 });
    expect(during.schedule.map(({ id }) => id)).toEqual(["lower"]);
    expect(during.activeFrom).toBeNull();
    const after = option(Date.parse("2027-04-01T00:00:00Z"));
    expect(after.size.desired).toBe(0);
    expect(after.schedule).toEqual([]);
  });

  test("is in no placement group and never costs a made-up price", () => {
    expect(option().placement.kind).toBe("none");
    expect(option().usdPerHourPerNode).toBeNull();
  });

  test("that holds fewer nodes than the pool wants is an error with both ways out", () => {
    const { findings } = planned({ pools: [{ name: "train", ...train, purchase: [block({ nodes: 12 })] }] });
    expect(findings).toMatchObject([
      {
        code: "capacity-falls-short",
        severity: "error",
        got: 12,
        allowed: 16,
        path: ["pools", 0, "purchase"],
      },
    ]);
    expect(findings[0]?.hint).toBe("Ask for 12 nodes, or add { kind: on-demand } for the other 4.");
  });

  test("that holds more than all pools take is a warning", () => {
    const { findings } = planned({
      pools: [{ name: "train", ...train, nodes: 8, purchase: [block({ nodes: 16 })] }],
    });
    expect(codes(findings)).toEqual(["capacity-unused"]);
    const shared = planned({
      pools: [
        { name: "a", ...train, nodes: 8, purchase: [block({ nodes: 16 })] },
        { name: "b", ...train, nodes: 8, purchase: [block({ nodes: 16 })] },
      ],
    });
    expect(shared.findings).toEqual([]);
  });
});

describe("other options", () => {
  test("on-demand behind a block has a group at zero that can grow to the whole pool", () => {
    const pool = onlyPool({ ...train, purchase: [block(), { kind: "on-demand" }] });
    expect(optionOf(pool, "train-on-demand")).toMatchObject({
      nodes: 0,
      size: { min: 0, desired: 0, max: 16 },
    });
  });

  test("ids count from the second of the same kind", () => {
    const pool = onlyPool({
      ...train,
      purchase: [block(), block({ id: "cr-00000000000000002" }), { kind: "spot" }],
    });
    expect(pool.options.map(({ id }) => id)).toEqual([
      "train-capacity-block",
      "train-capacity-block-2",
      "train-spot",
    ]);
  });

  test("a reservation that ends is lowered ten minutes before, and has its nodes until then", () => {
    const purchase = [{ kind: "reservation" as const, id: "cr-00000000000000001", end }];
    const option = onlyPool({ ...train, purchase }).options[0];
    expect(option?.schedule.map(({ at }) => at)).toEqual(["2027-03-15T11:20:00Z"]);
    expect(option?.activeUntil).toBe(end);
  });

  test("an elastic pool keeps its least at the first option, and is scheduled by nobody", () => {
    const pool = onlyPool(
      {
        accelerator: "l40s",
        nodes: { min: 1, max: 8 },
        purchase: [{ kind: "spot", maxUsdPerHour: 1.5 }, { kind: "on-demand" }],
      },
      { lifetime: "14d" },
    );
    expect(pool).toMatchObject({ provisioner: "karpenter", minNodes: 1, nodes: 8, elastic: true });
    expect(pool.options.map(({ size }) => size.min)).toEqual([1, 0]);
    expect(pool.options[0]).toMatchObject({ nodes: 8, maxUsdPerHour: 1.5, schedule: [] });
  });

  test("equal bounds make a fixed pool", () => {
    expect(onlyPool({ ...train, nodes: { min: 4, max: 4 } })).toMatchObject({
      elastic: false,
      minNodes: 4,
      nodes: 4,
    });
  });
});

describe("placement", () => {
  const placementOf = (pool: Parameters<typeof onlyPool>[0]) => onlyPool(pool).options[0]?.placement;

  test("on-demand nodes with a fabric stand in a cluster placement group made here", () => {
    expect(placementOf(train)).toMatchObject({ kind: "create", strategy: "cluster" });
    expect(placementOf({ machine: "g6.xlarge", nodes: 2 })?.kind).toBe("none");
    expect(placementOf({ ...train, placement: "none" })?.kind).toBe("none");
    expect(placementOf({ ...train, nodes: { min: 0, max: 4 } })?.kind).toBe("none");
  });

  test("a reservation's nodes use its own group or none", () => {
    const reservation = { kind: "reservation" as const, id: "cr-00000000000000001" };
    expect(placementOf({ ...train, purchase: [reservation] })?.kind).toBe("none");
    expect(placementOf({ ...train, purchase: [{ ...reservation, placementGroup: "mine" }] })).toMatchObject({
      kind: "existing",
      name: "mine",
    });
  });

  test("a group that is asked for where there can be none is a warning", () => {
    const { findings } = planned({
      pools: [{ name: "train", ...train, placement: "cluster", purchase: [block()] }],
    });
    expect(codes(findings)).toEqual(["placement-ignored"]);
  });
});

describe("expiry", () => {
  test("a lifetime lowers every managed group at its end, counted from now", () => {
    const { pools, systemPools } = planned({ lifetime: "14d" });
    const expire = { id: "expire", at: "2026-12-07T12:00:00Z", min: 0, desired: 0 };
    expect(pools[0]?.options[0]?.schedule).toMatchObject([{ ...expire, max: 4 }]);
    expect(systemPools[0]?.schedule).toMatchObject([expire]);
  });

  test("of a block's end and the lifetime's the earlier one counts", () => {
    const ids = (lifetime: string) =>
      onlyPool({ ...train, purchase: [block()] }, { lifetime }).options[0]?.schedule.map(({ id }) => id);
    expect(ids("2027-03-05T00:00:00Z")).toEqual(["raise", "expire"]);
    expect(ids("2027-05-01T00:00:00Z")).toEqual(["raise", "lower"]);
  });

  test("a block that begins after the end never has nodes, and that is said", () => {
    const { pools, findings } = planned({
      lifetime: "14d",
      pools: [{ name: "train", ...train, purchase: [block()] }],
    });
    expect(pools[0]?.options[0]?.schedule).toEqual([]);
    expect(codes(findings)).toEqual(["starts-after-expiry"]);
  });
});

describe("updates", () => {
  const most = (nodes: number, updateMaxUnavailable?: number) =>
    onlyPool({ machine: "g6.xlarge", nodes }, { aws: { updateMaxUnavailable } }).options[0]?.maxUnavailable;

  test("replace one node of a small group at a time and a tenth of a large one, never more than there are", () => {
    expect(most(4)).toBe(1);
    expect(most(64)).toBe(6);
    expect(most(64, 20)).toBe(20);
    expect(most(2, 20)).toBe(2);
  });
});
