import { describe, expect, it } from "vitest";
import { type DataFile, dataFileReader, type ReadDataFile } from "../../catalog/data-file.ts";
import { openCatalog } from "../../catalog/index.ts";

const catalog = openCatalog();

/** A reader that remembers what it was asked for. */
function watched(): { readonly read: ReadDataFile; readonly asked: ReadonlySet<string> } {
  const files = dataFileReader();
  const asked = new Set<string>();
  return {
    asked,
    read: <Row>(path: string): DataFile<Row> => {
      asked.add(path);
      return files<Row>(path);
    },
  };
}

describe("names", () => {
  it.each([
    ["h100", "h100"],
    ["H100-80GB", "h100"],
    ["nvidia-h100-80gb", "h100"],
    ["NVIDIA H100 80GB HBM3", "h100"],
    ["nvidia-h100-mega-80gb", "h100"],
    ["nvidia-tesla-a100", "a100-40gb"],
    ["NVIDIA-L40S", "l40s"],
    ["Trillium", "tpu-v6e"],
  ])("accelerator %s is %s", (name, id) => {
    expect(catalog.accelerator(name)?.id).toBe(id);
  });

  it.each([
    ["llama-3.1-70b", "llama-3.1-70b"],
    ["meta-llama/Llama-3.1-70B-Instruct", "llama-3.1-70b"],
    ["meta-llama/Meta-Llama-3.1-405B", "llama-3.1-405b"],
    ["Qwen/Qwen3-32B", "qwen3-32b"],
    ["deepseek-ai/DeepSeek-V3", "deepseek-v3"],
    ["openai/gpt-oss-120b", "gpt-oss-120b"],
  ])("model %s is %s", (name, id) => {
    expect(catalog.model(name)?.id).toBe(id);
  });

  it("machines and regions are found whatever the case", () => {
    expect(catalog.machine("aws", "P5.48XLARGE")?.name).toBe("p5.48xlarge");
    expect(catalog.machine("azure", "standard_nd96isr_h100_v5")?.name).toBe("Standard_ND96isr_H100_v5");
    expect(catalog.region("aws", "US-EAST-1")?.area).toBe("us");
  });

  it("an ambiguous name means nothing", () => {
    expect(catalog.accelerator("a100")).toBeUndefined();
  });

  it.each(["constructor", "__proto__", "toString"])("%s is no fact", (name) => {
    expect(catalog.accelerator(name)).toBeUndefined();
    expect(catalog.machine("aws", name)).toBeUndefined();
    expect(catalog.machinePrice("aws", "p5.48xlarge", name)).toBeUndefined();
  });
});

describe("files", () => {
  it("opening reads none", () => {
    const { read, asked } = watched();
    openCatalog(read);
    expect([...asked]).toEqual([]);
  });

  it("what a plan for AWS asks reads nothing of the other clouds, no models and no benchmarks", () => {
    const { read, asked } = watched();
    const watchedCatalog = openCatalog(read);
    const machine = watchedCatalog.machine("aws", "p5.48xlarge");
    watchedCatalog.accelerator("h100");
    watchedCatalog.fabricLayout(machine?.fabric.layout ?? "");
    watchedCatalog.region("aws", "us-east-1");
    watchedCatalog.machinePrice("aws", "p5.48xlarge", "us-east-1");
    watchedCatalog.carbon("aws", "us-east-1");
    watchedCatalog.pue("aws", "us-east-1");
    const strays = [...asked].filter((path) => /^(gcp|azure)\/|models|benchmarks|topologies/.test(path));
    expect(strays).toEqual([]);
  });

  it("a service that a cloud does not sell has no price", () => {
    expect(catalog.servicePrice("azure", "eks-control-plane", "eastus")).toBeUndefined();
  });

  it("an empty directory is an empty catalog", () => {
    const empty = openCatalog(dataFileReader(import.meta.dirname));
    expect(empty.accelerators()).toEqual([]);
    expect(empty.machine("aws", "p5.48xlarge")).toBeUndefined();
    expect(empty.regions("gcp")).toEqual([]);
    expect(empty.sources()).toEqual({});
  });
});

describe("queries", () => {
  it("system machines are found by name, small ones come first", () => {
    const machines = catalog.cpuMachines("aws");
    expect(machines.length).toBeGreaterThan(5);
    expect(machines.map(({ vcpus }) => vcpus)).toEqual(
      machines.map(({ vcpus }) => vcpus).toSorted((a, b) => a - b),
    );
    for (const { name } of machines) expect(catalog.machine("aws", name)?.acceleratorCount).toBe(0);
  });

  it("a region without its own PUE takes the provider's", () => {
    expect(catalog.pue("aws", "us-east-1")).toMatchObject({ value: 1.15, year: "2024" });
    expect(catalog.pue("aws", "af-south-1")).toMatchObject({ value: 1.135 });
  });

  it("zones of AWS are ids", () => {
    expect(catalog.region("aws", "us-east-2")?.zones).toEqual(["use2-az1", "use2-az2", "use2-az3"]);
  });

  it("a service price of a region wins over that of every region; unknown is null", () => {
    const files = dataFileReader();
    const row = {
      cloud: "aws",
      service: "s",
      unit: "hour",
      usd: { "*": 2, "us-east-1": 1, "eu-west-1": null },
    };
    const read: ReadDataFile = <Row>(path: string): DataFile<Row> =>
      path === "aws/service-prices.json"
        ? ({ generated: "2026-11-23", sources: {}, rows: [row] } as unknown as DataFile<Row>)
        : files<Row>(path);
    const priced = openCatalog(read);
    expect(priced.servicePrice("aws", "s", "us-east-1")?.usd).toBe(1);
    expect(priced.servicePrice("aws", "s", "us-west-2")?.usd).toBe(2);
    expect(priced.servicePrice("aws", "s", "eu-west-1")?.usd).toBeNull();
    expect(priced.servicePrice("aws", "other", "us-east-1")).toBeUndefined();
  });
});

describe("EFA layouts", () => {
  it("p5: 32 EFA interfaces with one address, or eight addresses on every fourth card", () => {
    const layout = catalog.fabricLayout("efa-p5");
    expect(layout?.ipSaving.filter(({ kind }) => kind === "efa-only")).toHaveLength(32);
    expect(layout?.ipSaving.filter(({ kind }) => kind === "interface")).toEqual([
      { card: 0, device: 0, kind: "interface" },
    ]);
    const addressed = layout?.bandwidth?.filter(({ kind }) => kind === "interface") ?? [];
    expect(addressed.map(({ card, device }) => [card, device])).toEqual(
      [0, 4, 8, 12, 16, 20, 24, 28].map((card) => [card, card === 0 ? 0 : 1]),
    );
  });

  it.each(["efa-p5", "efa-p5en", "efa-p6-b200"])("%s: the bandwidth layout takes eight addresses", (id) => {
    const bandwidth = catalog.fabricLayout(id)?.bandwidth ?? [];
    expect(bandwidth.filter(({ kind }) => kind === "interface")).toHaveLength(8);
  });

  it("every machine with EFA: the first interface is ENA at card 0 device 0, then one EFA a card that has it", () => {
    for (const { name, cards, fabric } of catalog.machines("aws")) {
      const layout = catalog.fabricLayout(fabric.layout ?? "");
      if (layout === undefined) continue;
      expect(layout.ipSaving[0], name).toEqual({ card: 0, device: 0, kind: "interface" });
      const efaCards = cards.filter(({ kinds }) => kinds.includes("efa-only")).map(({ index }) => index);
      const wired = layout.ipSaving.slice(1);
      expect(
        wired.map(({ card }) => card),
        name,
      ).toEqual(efaCards);
      for (const { card, device, kind } of wired) {
        expect([device, kind], name).toEqual([card === 0 ? 1 : 0, "efa-only"]);
      }
    }
  });
});
