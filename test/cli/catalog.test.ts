import { describe, expect, it } from "vitest";
import { engineroom } from "./run.ts";

async function rows(...arguments_: string[]): Promise<Record<string, unknown>[]> {
  const { code, out } = await engineroom("catalog", ...arguments_, "--json");
  expect(code).toBe(0);
  return JSON.parse(out) as Record<string, unknown>[];
}

describe("catalog --json", () => {
  it("machines carry the keys of the contract", async () => {
    const machine = (await rows("machines", "--cloud", "aws")).find(({ name }) => name === "p5.48xlarge");
    expect(machine).toMatchObject({
      cloud: "aws",
      accelerator: "h100",
      acceleratorCount: 8,
      vcpus: 192,
      memoryGiB: 2048,
      arch: "x86_64",
      networkGbps: 3200,
      fabric: { kind: "efa", interfaces: 32 },
      usdPerHour: { "us-east-1": { onDemand: 55.04 } },
    });
    expect(machine?.sources).not.toEqual([]);
  });

  it("an accelerator may be named as its vendor does", async () => {
    const short = await rows("machines", "--accelerator", "h100");
    expect(short.length).toBeGreaterThan(3);
    expect(await rows("machines", "--accelerator", "H100-80GB")).toEqual(short);
  });

  it("accelerators carry dense rates", async () => {
    const h100 = (await rows("accelerators")).find(({ id }) => id === "h100");
    expect(h100).toMatchObject({
      vendor: "NVIDIA",
      memoryGiB: 80,
      denseTflops: { bf16: 989 },
      linkGBps: 450,
      tdpWatts: 700,
    });
  });

  it.each(["accelerators", "machines", "models", "regions"])(
    "%s reads well in 100 columns",
    async (listing) => {
      const { out } = await engineroom("catalog", listing);
      expect(out.split("\n").filter((line) => [...line].length > 100)).toEqual([]);
    },
  );
});
