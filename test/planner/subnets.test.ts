import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutSubnets, prefixNeeded } from "../../planner/addresses/aws/subnets.ts";
import { overlaps, parseRange, rangesIn, sizeOf } from "../../planner/addresses/ipv4.ts";

const further = [...rangesIn(parseRange("100.64.0.0/10"), 16)];

const inputs = fc
  .record({
    prefix: fc.integer({ min: 16, max: 28 }),
    zones: fc.array(
      fc.record({
        single: fc.integer({ min: 0, max: 6000 }),
        prefixes: fc.integer({ min: 0, max: 12_000 }),
        tied: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    open: fc.integer({ min: 0, max: 3 }),
    publicAddresses: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ prefix, zones, open, publicAddresses }) => {
    const demands = zones.map((zone, index) => ({ zone: `use2-az${index + 1}`, ...zone }));
    const publicZones = demands.slice(0, open).map(({ zone }) => zone);
    return { primary: parseRange(`10.40.0.0/${prefix}`), demands, publicZones, publicAddresses, further };
  });

test("whatever stands in a zone has an address there, in ranges that lie in the network and do not overlap", () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const layout = layoutSubnets(input);
      if (layout === undefined) return;
      const ranges = layout.subnets.map(({ cidr }) => parseRange(cidr));
      for (const [index, range] of ranges.entries()) {
        expect(ranges.slice(0, index).some((other) => overlaps(other, range))).toBe(false);
        const outer = layout.ranges.filter((one) => overlaps(one, range));
        expect(outer, "in one range of the network").toHaveLength(1);
        const subnet = layout.subnets[index];
        expect(subnet?.planned).toBeLessThanOrEqual(subnet?.capacity ?? 0);
        expect(subnet?.capacity).toBe(sizeOf(range.prefix) - 5);
      }
      for (const { zone, single, prefixes } of input.demands) {
        const counted = layout.subnets
          .filter((subnet) => subnet.zone === zone && subnet.role !== "public")
          .reduce((sum, subnet) => sum + subnet.planned, 0);
        expect(counted).toBe(single + prefixes * 16);
      }
    }),
  );
});

test("a range of the size that is named as needed does suffice", () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const prefix = prefixNeeded(input);
      if (prefix === undefined) return;
      const larger = { ...input, primary: parseRange(`10.40.0.0/${prefix}`), further: [] };
      expect(layoutSubnets(larger)).toBeDefined();
    }),
  );
});

test("in a /16 subnets do not move while demand grows within their share", () => {
  const share = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(share, share, (before, after) => {
      const cidrs = (prefixes: number) =>
        layoutSubnets({
          primary: parseRange("10.40.0.0/16"),
          demands: ["a", "b", "c"].map((zone) => ({ zone, single: 50, prefixes, tied: false })),
          publicZones: ["a"],
          publicAddresses: 1,
          further,
        })?.subnets.map(({ cidr }) => cidr);
      expect(cidrs(after)).toEqual(cidrs(before));
    }),
  );
});
