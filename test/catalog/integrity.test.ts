import { describe, expect, it } from "vitest";
import { dataFileReader } from "../../catalog/data-file.ts";
import { DATA_FILES, type MachinePriceRow } from "../../catalog/data-files.ts";
import { openCatalog } from "../../catalog/index.ts";
import { CLOUDS, type FabricLayout, type Machine, type Source } from "../../catalog/types.ts";
import { machineShape, priceShape } from "./shapes.ts";

const catalog = openCatalog();
const read = dataFileReader();

/** Retired price of a hidden TPU, and the other placeholder that tables carry. */
const PLACEHOLDERS = [0, 700];

describe.each(CLOUDS)("every fact of %s", (cloud) => {
  const machines = read<Machine>(DATA_FILES.machines(cloud)).rows;
  const prices = read<MachinePriceRow>(DATA_FILES.prices(cloud)).rows;
  const layouts = read<FabricLayout>(DATA_FILES.fabricLayouts(cloud)).rows;
  const regions = new Set(catalog.regions(cloud).map(({ name }) => name));
  const sources: Readonly<Record<string, Source>> = catalog.sources();
  const named = <Row extends { readonly name: string }>(rows: readonly Row[]) =>
    rows.map((row) => [row.name, row] as const);

  it("is there", () => {
    expect(machines.length).toBeGreaterThan(40);
    expect(prices.length).toBeGreaterThan(400);
    expect(regions.size).toBeGreaterThan(30);
  });

  it.each(named(machines))("%s has the shape of a machine", (_, machine) => {
    expect(() => machineShape.parse(machine)).not.toThrow();
    expect(machine.cloud).toBe(cloud);
  });

  it("names each machine once, whatever the case", () => {
    expect(repeated(machines.map(({ name }) => name.toLowerCase()))).toEqual([]);
  });

  it("names only accelerators that exist, and the cloud's own name where the catalog has none", () => {
    const known = new Set(catalog.accelerators().map(({ id }) => id));
    const dangling = machines.filter(
      ({ accelerator, acceleratorName }) =>
        acceleratorName === null || (accelerator !== null && !known.has(accelerator)),
    );
    expect(dangling).toEqual([]);
  });

  it("has whole counts, or slices of one accelerator, and never none", () => {
    const odd = machines.filter(
      ({ acceleratorCount }) =>
        acceleratorCount <= 0 || (acceleratorCount > 1 && !Number.isInteger(acceleratorCount)),
    );
    expect(odd).toEqual([]);
  });

  it("has counts × memory that agree with the accelerator's own memory", () => {
    const apart = machines.flatMap(({ name, accelerator, acceleratorCount, acceleratorMemoryGiB }) => {
      const label = accelerator === null ? null : (catalog.accelerator(accelerator)?.memoryGiB ?? null);
      if (label === null || acceleratorMemoryGiB === null) return [];
      const expected = label * Math.min(acceleratorCount, 1);
      return Math.abs(acceleratorMemoryGiB - expected) / expected > 0.1
        ? [`${name}: ${acceleratorMemoryGiB} GiB, expected about ${expected}`]
        : [];
    });
    expect(apart).toEqual([]);
  });

  it("has local disks that add up", () => {
    const apart = machines.filter(
      ({ localDisks, localStorageGB }) =>
        localDisks.length > 0 &&
        Math.abs(localDisks.reduce((sum, { count, sizeGB }) => sum + count * sizeGB, 0) - localStorageGB) > 1,
    );
    expect(apart.map(({ name }) => name)).toEqual([]);
  });

  it("offers machines only in known regions, in zones of that region", () => {
    const strays = machines.flatMap(({ name, offered }) =>
      Object.entries(offered).flatMap(([region, zones]) => {
        if (!regions.has(region)) return [`${name}: ${region}`];
        return (zones ?? [])
          .filter((zone) => !isZoneOf(cloud, zone, region))
          .map((zone) => `${name}: ${zone} in ${region}`);
      }),
    );
    expect(strays).toEqual([]);
  });

  // Azure numbers the zones of every region alike.
  it.skipIf(cloud === "azure")("has no zone in two regions", () => {
    const zones = catalog.regions(cloud).flatMap(({ zones: own }) => own);
    expect(repeated(zones)).toEqual([]);
  });

  it("counts a machine's quota by what the machine has", () => {
    const wrong = machines.flatMap(({ name, quota, vcpus, acceleratorCount }) =>
      [quota.onDemand, quota.spot].flatMap((entry) => {
        if (entry === null) return [];
        const expected = entry.unit === "vCPU" ? vcpus : acceleratorCount;
        return entry.perMachine === expected ? [] : [name];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("prices each machine and region once, both known, positive and no placeholder", () => {
    expect(repeated(prices.map(({ machine, region }) => `${machine} ${region}`))).toEqual([]);
    const known = new Set(machines.map(({ name }) => name));
    for (const price of prices) {
      expect(() => priceShape.parse(price), `${price.machine} ${price.region}`).not.toThrow();
      expect(known, price.machine).toContain(price.machine);
      expect(regions, price.region).toContain(price.region);
      expect(PLACEHOLDERS).not.toContain(price.onDemand);
      expect(PLACEHOLDERS).not.toContain(price.spot);
    }
  });

  it("has spot prices below the on-demand price, with a source and date of their own", () => {
    const odd = prices.filter(({ spot, onDemand, spotSource, spotDate }) =>
      spot === null
        ? spotSource !== null || spotDate !== null
        : spotSource === null || spotDate === null || (onDemand !== null && spot >= onDemand),
    );
    expect(odd).toEqual([]);
  });

  it("has no price from the future of its file", () => {
    const { generated } = read(DATA_FILES.prices(cloud));
    const late = prices.filter(({ date, spotDate }) => date > generated || (spotDate ?? "") > generated);
    expect(late).toEqual([]);
  });

  it("wires every fabric with a layout that lists the machine, or says what is unknown", () => {
    const wrong = machines.flatMap(({ name, fabric, unknown }) => {
      if (fabric.kind === "none") return fabric.layout === null && fabric.interfaces === 0 ? [] : [name];
      if (fabric.layout === null) return unknown.length > 0 ? [] : [name];
      const layout = catalog.fabricLayout(fabric.layout);
      return layout?.kind === fabric.kind && layout.machines.includes(name) ? [] : [name];
    });
    expect(wrong).toEqual([]);
  });

  it.each(layouts.map((layout) => [layout.id, layout] as const))(
    "layout %s fits its machines",
    (_, layout) => {
      for (const name of layout.machines) {
        const machine = machines.find((candidate) => candidate.name === name);
        expect(machine?.fabric.layout, name).toBe(layout.id);
        if (machine === undefined || cloud !== "aws") continue;
        for (const interfaces of [layout.ipSaving, layout.bandwidth ?? []]) {
          for (const { card, device, kind } of interfaces) {
            const slot = machine.cards.find(({ index }) => index === card);
            expect(slot?.kinds, `${name} card ${card}`).toContain(kind);
            expect(device, `${name} card ${card}`).toBeLessThan(slot?.maxInterfaces ?? 0);
          }
        }
      }
    },
  );

  it("names sources of its file only, and uses every one", () => {
    for (const [path, ids] of [
      [DATA_FILES.machines(cloud), machines.flatMap((row) => row.sources)],
      [
        DATA_FILES.prices(cloud),
        prices.flatMap((row) => [row.source, ...(row.spotSource === null ? [] : [row.spotSource])]),
      ],
      [DATA_FILES.fabricLayouts(cloud), layouts.flatMap((row) => row.sources)],
    ] as const) {
      const table = read(path).sources;
      const incomplete = (read<Machine>(path).incomplete ?? []).flatMap((row) => row.sources);
      expect([...new Set([...ids, ...incomplete])].sort(), path).toEqual(Object.keys(table).sort());
      for (const id of Object.keys(table)) expect(sources[id], id).toBeDefined();
    }
  });
});

/** AWS: `use1-az1` belongs to us-east-1 by its prefix; elsewhere a zone's name begins with its region's. */
function isZoneOf(cloud: string, zone: string, region: string): boolean {
  if (cloud !== "aws") return zone.startsWith(`${region}-`);
  const [area = "", ...rest] = region.split("-");
  const number = rest.pop() ?? "";
  const words = rest.map((word) => AWS_DIRECTIONS[word] ?? word[0]).join("");
  return zone.startsWith(`${area}${words}${number}-az`);
}

const AWS_DIRECTIONS: Readonly<Record<string, string>> = {
  northeast: "ne",
  northwest: "nw",
  southeast: "se",
  southwest: "sw",
};

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
