import { describe, expect, it } from "vitest";
import { dataFileReader } from "../../catalog/data-file.ts";
import { type CarbonRow, DATA_FILES, type PueRow, type RegionRow } from "../../catalog/data-files.ts";
import { openCatalog } from "../../catalog/index.ts";
import { CLOUDS, type Source } from "../../catalog/types.ts";
import { acceleratorShape, modelShape } from "./shapes.ts";

const catalog = openCatalog();
const read = dataFileReader();

const files = [
  ...DATA_FILES.shared,
  DATA_FILES.tpuTopologies,
  ...CLOUDS.flatMap((cloud) => DATA_FILES.ofCloud(cloud)),
].filter((path) => read(path).rows.length > 0);

describe.each(files)("%s", (path) => {
  const { generated, sources } = read(path);

  it("says when it was written", () => {
    expect(generated).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("has sources with a name, an ISO date, and an address or a note", () => {
    for (const [id, source] of Object.entries(sources)) {
      expect(source.id).toBe(id);
      expect(source.name).not.toBe("");
      expect(source.date, id).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(source.url ?? source.note, id).not.toBeNull();
      if (source.url !== null) expect(source.url, id).toMatch(/^https:\/\//);
    }
  });

  it("names no source that it does not describe", () => {
    expect(dangling(read(path).rows, sources)).toEqual([]);
  });
});

describe.each([
  ["accelerators", catalog.accelerators(), acceleratorShape],
  ["models", catalog.models(), modelShape],
] as const)("%s", (_, rows, shape) => {
  it.each(rows.map((row) => [row.id, row] as const))("%s has its shape", (_id, row) => {
    expect(() => shape.parse(row)).not.toThrow();
  });

  it("has names that mean one row only", () => {
    const names = rows.flatMap(({ id, aliases }) => [id, ...aliases]).map((name) => name.toLowerCase());
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe("models", () => {
  it.each(catalog.models().map((model) => [model.id, model] as const))("%s is consistent", (_, model) => {
    const { layers, kvHeads, headDim, mla, kvBytesPerTokenBf16, paramsB, activeParamsB, layerTypes } = model;
    if (paramsB !== null && activeParamsB !== null) expect(activeParamsB).toBeLessThanOrEqual(paramsB);
    if (kvBytesPerTokenBf16 === null || layers === null || layerTypes !== null) return;
    if (mla !== null) expect(kvBytesPerTokenBf16).toBe(layers * (mla.kvLoraRank + mla.qkRopeHeadDim) * 2);
    else expect(kvBytesPerTokenBf16).toBe(2 * layers * (kvHeads ?? 0) * (headDim ?? 0) * 2);
  });
});

describe("regions, carbon and PUE", () => {
  const regions = read<RegionRow>(DATA_FILES.regions).rows;
  const known = new Set(regions.map(({ cloud, name }) => `${cloud} ${name}`));

  it("names each region once, with where it is and whose law holds", () => {
    expect(known.size).toBe(regions.length);
    expect(regions.filter(({ location, area, partition }) => !location || !area || !partition)).toEqual([]);
  });

  it("gives carbon and PUE of known regions only, in credible ranges", () => {
    for (const { cloud, region, gCO2ePerKWh, others } of read<CarbonRow>(DATA_FILES.carbon).rows) {
      expect(known).toContain(`${cloud} ${region}`);
      for (const grams of [gCO2ePerKWh, ...others.map((other) => other.gCO2ePerKWh)]) {
        expect(grams, region).toBeGreaterThan(0);
        expect(grams, region).toBeLessThan(1200);
      }
    }
    for (const { cloud, region, value } of read<PueRow>(DATA_FILES.pue).rows) {
      if (region !== null) expect(known).toContain(`${cloud} ${region}`);
      expect(value).toBeGreaterThanOrEqual(1);
      expect(value).toBeLessThan(2);
    }
  });

  it.each(CLOUDS)("%s has a PUE for every region", (cloud) => {
    expect(catalog.regions(cloud).filter(({ name }) => catalog.pue(cloud, name) === undefined)).toEqual([]);
  });
});

describe("TPU topologies", () => {
  it("are slices of machines of the catalog, chips = nodes × chips of a machine", () => {
    const rows = read<{
      readonly topology: string;
      readonly chips: number;
      readonly nodes: number;
      readonly machine: string;
    }>(DATA_FILES.tpuTopologies).rows;
    for (const { topology, chips, nodes, machine } of rows) {
      expect(topology.split("x").reduce((product, side) => product * Number(side), 1)).toBe(chips);
      expect(nodes * (catalog.machine("gcp", machine)?.acceleratorCount ?? 0), `${machine} ${topology}`).toBe(
        chips,
      );
    }
  });
});

/** Ids under `source`, `spotSource` and `sources` of rows that the file's table lacks. */
function dangling(rows: readonly unknown[], sources: Readonly<Record<string, Source>>): readonly string[] {
  const named = rows.flatMap((row) => {
    const { source, spotSource, sources: many } = row as Record<string, unknown>;
    return [source, spotSource, ...(Array.isArray(many) ? many : [])];
  });
  return [...new Set(named)].filter((id) => typeof id === "string").filter((id) => !(id in sources));
}
