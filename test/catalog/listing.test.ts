import { describe, expect, it } from "vitest";
import { openCatalog } from "../../catalog/index.ts";
import { listAccelerators, listMachines, listModels, listRegions } from "../../catalog/listing.ts";

const catalog = openCatalog();

describe("machines", () => {
  const machines = listMachines(catalog);

  it("carry every key of the contract", () => {
    const p5 = machines.find(({ name }) => name === "p5.48xlarge");
    expect(p5).toMatchObject({
      cloud: "aws",
      name: "p5.48xlarge",
      accelerator: "h100",
      acceleratorCount: 8,
      acceleratorMemoryGiB: 80,
      vcpus: 192,
      memoryGiB: 2048,
      arch: "x86_64",
      localStorageGB: 30400,
      networkGbps: 3200,
      fabric: { kind: "efa", interfaces: 32, gbpsPerInterface: 100 },
      usdPerHour: { "us-east-1": { onDemand: 55.04 } },
    });
    expect(p5?.usdPerHour["us-east-1"]).toHaveProperty("spot");
  });

  it("carry their sources with dates", () => {
    expect(machines.filter(({ sources }) => sources.length === 0)).toEqual([]);
    for (const { sources } of machines)
      for (const source of sources) expect(source).toMatch(/@\d{4}-\d\d-\d\d$/);
  });

  it("can be asked for by cloud, accelerator in any of its names, and region", () => {
    const names = (filter: Parameters<typeof listMachines>[1]) =>
      listMachines(catalog, filter).map(({ name }) => name);
    expect(names({ cloud: "aws", accelerator: "h100" })).toEqual(["p5.48xlarge", "p5.4xlarge"]);
    expect(names({ accelerator: "H100-80GB" })).toEqual(names({ accelerator: "h100" }));
    expect(names({ cloud: "aws", region: "sa-east-1", accelerator: "b300" })).toEqual(["p6-b300.48xlarge"]);
    expect(names({ accelerator: "no-such-thing" })).toEqual([]);
  });
});

describe("accelerators", () => {
  it("carry every key of the contract", () => {
    for (const row of listAccelerators(catalog)) {
      for (const key of ["id", "vendor", "memoryGiB", "memoryBandwidthGBps", "linkGBps", "tdpWatts"]) {
        expect(row).toHaveProperty(key);
      }
      for (const precision of ["bf16", "fp8", "fp4", "int8"])
        expect(row.denseTflops).toHaveProperty(precision);
    }
  });

  it("can be asked for by cloud", () => {
    const ids = listAccelerators(catalog, { cloud: "azure" }).map(({ id }) => id);
    expect(ids).toContain("mi300x");
    expect(ids).not.toContain("tpu-v6e");
  });
});

describe("models and regions", () => {
  it("models carry what a size is computed from", () => {
    const model = listModels(catalog).find(({ id }) => id === "llama-3.1-8b");
    expect(model).toMatchObject({ paramsB: 8.03, layers: 32, kvHeads: 8, kvBytesPerTokenBf16: 131_072 });
  });

  it("regions carry zones, carbon and PUE", () => {
    const [region, ...rest] = listRegions(catalog, { cloud: "aws", region: "us-east-1" });
    expect(rest).toEqual([]);
    expect(region).toMatchObject({ cloud: "aws", name: "us-east-1", area: "us", pue: 1.15 });
    expect(region?.zones.length).toBeGreaterThan(3);
  });
});
