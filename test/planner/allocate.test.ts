import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate } from "../../planner/addresses/allocate.ts";
import {
  formatRange,
  overlaps,
  parseRange,
  prefixFor,
  rangesIn,
  sizeOf,
} from "../../planner/addresses/ipv4.ts";

describe("ranges in numbers", () => {
  test("what is written comes back, with the bits after the prefix dropped", () => {
    expect(formatRange(parseRange("10.40.0.0/16"))).toBe("10.40.0.0/16");
    expect(formatRange(parseRange("10.40.3.9/16"))).toBe("10.40.0.0/16");
    expect(formatRange(parseRange("255.255.255.255/32"))).toBe("255.255.255.255/32");
    expect(formatRange(parseRange("0.0.0.0/0"))).toBe("0.0.0.0/0");
  });

  test("neighbours do not overlap, and a range overlaps what it holds", () => {
    expect(overlaps(parseRange("10.0.0.0/17"), parseRange("10.0.128.0/17"))).toBe(false);
    expect(overlaps(parseRange("10.0.0.0/8"), parseRange("10.200.0.0/16"))).toBe(true);
  });

  test("the smallest range that holds so many addresses", () => {
    expect([1, 2, 16, 17, 65_536].map(prefixFor)).toEqual([32, 31, 28, 27, 16]);
  });

  test("parts of a range follow each other", () => {
    expect([...rangesIn(parseRange("10.0.0.0/22"), 24)].map(formatRange)).toEqual([
      "10.0.0.0/24",
      "10.0.1.0/24",
      "10.0.2.0/24",
      "10.0.3.0/24",
    ]);
  });
});

describe("allocation", () => {
  const block = parseRange("10.40.0.0/16");
  const requests = fc
    .array(fc.integer({ min: 17, max: 28 }), { minLength: 1, maxLength: 40 })
    .map((prefixes) => prefixes.map((prefix, index) => ({ id: `subnet-${index}`, prefix })));

  test("whatever fits by size fits, aligned, inside the block and without an overlap", () => {
    fc.assert(
      fc.property(requests, (wanted) => {
        const total = wanted.reduce((sum, { prefix }) => sum + sizeOf(prefix), 0);
        const given = allocate([block], wanted);
        expect(given === undefined, "refused only when the sizes do not fit").toBe(
          total > sizeOf(block.prefix),
        );
        if (given === undefined) return;
        const ranges = wanted.map(({ id }) => given.get(id) ?? parseRange("0.0.0.0/0"));
        for (const [index, range] of ranges.entries()) {
          expect(range.prefix).toBe(wanted[index]?.prefix);
          expect(range.start % sizeOf(range.prefix)).toBe(0);
          expect(range.start).toBeGreaterThanOrEqual(block.start);
          expect(range.start + sizeOf(range.prefix)).toBeLessThanOrEqual(block.start + sizeOf(block.prefix));
          expect(ranges.slice(0, index).some((other) => overlaps(other, range))).toBe(false);
        }
      }),
    );
  });

  test("the same requests get the same ranges", () => {
    fc.assert(
      fc.property(requests, (wanted) => {
        expect(allocate([block], wanted)).toEqual(allocate([block], [...wanted]));
      }),
    );
  });

  test("a further block is used when the first is full, and no request is split", () => {
    const further = parseRange("100.64.0.0/16");
    const given = allocate(
      [block, further],
      [1, 2, 3].map((id) => ({ id: `${id}`, prefix: 17 })),
    );
    expect([...(given?.values() ?? [])].map(formatRange)).toEqual([
      "10.40.0.0/17",
      "10.40.128.0/17",
      "100.64.0.0/17",
    ]);
  });

  test("nothing is asked for, nothing is given", () => {
    expect(allocate([block], [])?.size).toBe(0);
    expect(allocate([], [{ id: "a", prefix: 24 }])).toBeUndefined();
  });
});
