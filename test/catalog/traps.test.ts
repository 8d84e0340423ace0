import { describe, expect, it } from "vitest";
import { dataFileReader } from "../../catalog/data-file.ts";
import { type CarbonRow, DATA_FILES, type MachinePriceRow } from "../../catalog/data-files.ts";
import { openCatalog } from "../../catalog/index.ts";
import { CLOUDS, type Machine } from "../../catalog/types.ts";

const catalog = openCatalog();
const read = dataFileReader();

function aws(name: string): Machine {
  const machine = catalog.machine("aws", name);
  if (machine === undefined) throw new Error(`no machine ${name}`);
  return machine;
}

const pricesOf = (cloud: (typeof CLOUDS)[number]) => read<MachinePriceRow>(DATA_FILES.prices(cloud)).rows;

/** Each of these has reached users of a public tool. */
describe("what a naive catalog gets wrong", () => {
  it("1: P4 and P5 prices are those after the cut of June 2025", () => {
    expect(catalog.machinePrice("aws", "p4d.24xlarge", "us-east-1")?.onDemand).toBeCloseTo(21.957642);
    expect(catalog.machinePrice("aws", "p4de.24xlarge", "us-east-1")?.onDemand).toBeCloseTo(27.44705);
    expect(catalog.machinePrice("aws", "p5.48xlarge", "us-east-1")?.onDemand).toBe(55.04);
    expect(catalog.machinePrice("aws", "p5en.48xlarge", "us-east-1")?.onDemand).toBe(63.296);
    const old = pricesOf("aws").filter(
      ({ machine, date, spotDate }) =>
        /^p[45]/.test(machine) && [date, spotDate].some((day) => day !== null && day < "2025-06-01"),
    );
    expect(old).toEqual([]);
  });

  it("1: a region whose only P4 or P5 price is an old one has none", () => {
    expect(catalog.machine("aws", "p4d.24xlarge")?.offered).toHaveProperty("ap-northeast-1");
    expect(catalog.machinePrice("aws", "p4d.24xlarge", "ap-northeast-1")).toBeUndefined();
  });

  it.each(CLOUDS)("2: no price of %s is a placeholder", (cloud) => {
    const placeholders = pricesOf(cloud).filter(({ onDemand, spot }) =>
      [onDemand, spot].some((usd) => usd !== null && (usd <= 0 || usd === 700)),
    );
    expect(placeholders).toEqual([]);
  });

  it.each([
    ["aws", "p5e.48xlarge"],
    ["aws", "p6e-gb200.36xlarge"],
    ["aws", "trn2u.48xlarge"],
    ["azure", "Standard_ND128isr_GB300_v6"],
    ["gcp", "a4x-maxgpu-4g-metal"],
  ] as const)("2: %s %s is bought by reservation: its on-demand price is unknown, not 0", (cloud, name) => {
    const prices = Object.values(catalog.machinePrices(cloud, name));
    expect(catalog.machine(cloud, name)).toBeDefined();
    expect(prices.filter(({ onDemand }) => onDemand !== null)).toEqual([]);
  });

  it("2: prices in CNY are not taken for USD", () => {
    expect(Object.keys(aws("g5.xlarge").offered)).toContain("cn-north-1");
    expect(pricesOf("aws").filter(({ region }) => region.startsWith("cn-"))).toEqual([]);
  });

  it("3: Google's on-demand prices are list prices, above spot and above committed rates", () => {
    expect(catalog.machinePrice("gcp", "a3-highgpu-8g", "us-central1")?.onDemand).toBeGreaterThan(85);
    const mixed = pricesOf("gcp").filter(({ source }) => source === "skypilot-gcp");
    expect(mixed.filter(({ machine }) => !machine.startsWith("ct"))).toEqual([]);
    expect(Object.keys(catalog.machinePrices("gcp", "a4-highgpu-8g"))).toEqual([]);
  });

  it.each(["trn2.3xlarge", "trn2.48xlarge", "trn2u.48xlarge"])(
    "4: a Trainium2 device of %s has 96 GiB",
    (name) => {
      expect(aws(name).acceleratorMemoryGiB).toBe(96);
      expect(catalog.accelerator("trainium2")?.memoryGiB).toBe(96);
    },
  );

  it.each([
    ["p6-b200.48xlarge", 3200, 400],
    ["p6-b300.48xlarge", 6400, 400],
    ["g6e.48xlarge", 400, 100],
    ["p5.48xlarge", 3200, 100],
  ])("5: %s has its headline bandwidth, not the sum of its cards", (name, gbps, each) => {
    expect(aws(name).networkGbps).toBe(gbps);
    expect(aws(name).fabric.gbpsPerInterface).toBe(each);
  });

  it.each([
    ["aws", "g6f.large", 0.125, 3],
    ["aws", "gr6f.4xlarge", 0.5, 12],
    ["gcp", "g4-standard-6", 0.125, 12],
    ["azure", "Standard_NV6ads_A10_v5", 1 / 6, 4],
  ] as const)("6: %s %s has a slice, neither none nor a whole one", (cloud, name, count, memoryGiB) => {
    expect(catalog.machine(cloud, name)?.acceleratorCount).toBeCloseTo(count, 5);
    expect(catalog.machine(cloud, name)?.acceleratorMemoryGiB).toBeCloseTo(memoryGiB, 2);
  });

  it.each([
    ["h100", 80, 79.25],
    ["l40s", 48, 44.7],
    ["l4", 24, 22.35],
    ["h200", 141, 140],
    ["b300", 288, 268],
  ])("7: %s has less usable memory than its label", (id, label, usable) => {
    expect(catalog.accelerator(id)).toMatchObject({ memoryGiB: label, usableMemoryGiB: usable });
  });

  it("8: p6-b300 has 17 network cards, the first without EFA", () => {
    const { cards, fabric } = aws("p6-b300.48xlarge");
    expect(cards).toHaveLength(17);
    expect(cards[0]?.kinds).toEqual(["interface"]);
    expect(fabric.interfaces).toBe(16);
    const layout = catalog.fabricLayout(fabric.layout ?? "");
    expect(layout?.ipSaving[0]).toEqual({ card: 0, device: 0, kind: "interface" });
    expect(layout?.ipSaving.filter(({ card }) => card === 0)).toHaveLength(1);
    expect(layout?.ipSaving.filter(({ kind }) => kind === "efa-only")).toHaveLength(16);
    expect(layout?.bandwidth?.filter(({ kind }) => kind === "interface")).toHaveLength(17);
  });

  it("9: Azure's GB200 has its bandwidths the right way round and in Gbps", () => {
    const gb200 = catalog.machine("azure", "Standard_ND128isr_NDR_GB200_v6");
    expect(gb200?.networkGbps).toBe(160);
    expect(gb200?.fabric).toMatchObject({ kind: "infiniband", interfaces: 4, gbpsPerInterface: 400 });
  });

  it.each([
    ["Standard_ND128isr_NDR_GB200_v6", 4],
    ["Standard_ND128isr_GB300_v6", 4],
    ["Standard_ND96isr_MI300X_v5", 8],
  ])("9: %s has the accelerators that the API omits", (name, count) => {
    expect(catalog.machine("azure", name)?.acceleratorCount).toBe(count);
  });

  it("9: an Azure size whose count no source knows is left out by name, not given a 0", () => {
    const left = read(DATA_FILES.machines("azure")).incomplete ?? [];
    const size = left.find(({ name }) => name === "Standard_ND96is_MI300X_v5");
    expect(size?.missing).toContain("acceleratorCount");
    expect(catalog.machine("azure", "Standard_ND96is_MI300X_v5")).toBeUndefined();
  });

  it("10: Azure lists H200 below H100: newer is not dearer", () => {
    const each = (name: string) =>
      (catalog.machinePrice("azure", name, "eastus2")?.onDemand ?? Number.NaN) / 8;
    expect(each("Standard_ND96isr_H200_v5")).toBeLessThan(each("Standard_ND96isr_H100_v5"));
  });

  it("11: peak rates are dense", () => {
    expect(catalog.accelerator("h100")?.denseTflops).toMatchObject({ bf16: 989, fp8: 1978 });
    expect(catalog.accelerator("a100-80gb")?.denseTflops.bf16).toBe(312);
    expect(catalog.accelerator("b200")?.denseTflops).toMatchObject({ bf16: 2250, fp8: 4500 });
  });

  it("11: A10G is not A10", () => {
    expect(catalog.accelerator("A10G")?.id).toBe("a10g");
    expect(catalog.accelerator("A10")?.id).toBe("a10");
    expect(catalog.accelerator("a10g")?.denseTflops.bf16).toBeLessThan(
      catalog.accelerator("a10")?.denseTflops.bf16 ?? 0,
    );
  });

  it("12: carbon figures keep their source and year, and what other tables say", () => {
    const rows = read<CarbonRow>(DATA_FILES.carbon).rows;
    expect(rows.filter(({ source, year }) => source === "" || !/^20\d\d(-20\d\d)?$/.test(year))).toEqual([]);
    const oregon = rows.find(({ region }) => region === "us-west-2");
    expect(oregon?.others).toContainEqual({ gCO2ePerKWh: 119.76, source: "gsf-rtc", year: "2024" });
  });

  it("12: a factor that is off by a million is left out", () => {
    expect(catalog.carbon("azure", "germanywestcentral")).toBeUndefined();
  });

  it("what rests on general knowledge alone has low confidence", () => {
    const all = [...catalog.accelerators(), ...CLOUDS.flatMap((cloud) => catalog.machines(cloud))];
    const trusted = all.filter(
      ({ sources, confidence }) => sources.every((id) => id === "gk") && confidence !== "low",
    );
    expect(trusted).toEqual([]);
    expect(catalog.accelerator("v100")?.confidence).toBe("low");
  });
});

describe("machines that are known too little say so", () => {
  it("p6e-gb200: both wirings are named, and neither is taken", () => {
    const { unknown, fabric, usage, confidence } = aws("p6e-gb200.36xlarge");
    expect(fabric.layout).toBeNull();
    expect(unknown.join(" ")).toMatch(/cards 1, 5, 9 and 13.*every even card/);
    expect(usage).toEqual(["capacity-block"]);
    expect(confidence).toBe("low");
  });

  it("trn2u: an UltraServer is not described well enough", () => {
    expect(aws("trn2u.48xlarge").unknown).not.toEqual([]);
  });

  it.each([
    "p5.48xlarge",
    "p5en.48xlarge",
    "p6-b200.48xlarge",
    "p6-b300.48xlarge",
    "trn2.48xlarge",
    "g6e.xlarge",
  ])("%s can be planned", (name) => {
    expect(aws(name).unknown).toEqual([]);
  });
});
