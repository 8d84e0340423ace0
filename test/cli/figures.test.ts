import { describe, expect, it } from "vitest";
import { figure, gibibytes, usd } from "../../cli/show/figures.ts";

describe("figures for people", () => {
  it.each([
    [0.1, "$0.10"],
    [880.64, "$880.64"],
    [13_742.4, "$13,742"],
    [1_234_567, "$1,234,567"],
    [null, "unknown"],
  ])("%s dollars are %s", (value, text) => expect(usd(value)).toBe(text));

  it.each([
    [3200, "3,200"],
    [100_800, "100,800"],
    [0.5, "0.5"],
    [0.125, "0.125"],
    [0.0413, "0.041"],
    [1234.56, "1,234.6"],
    [16, "16"],
    [1e-7, "0"],
  ])("%s is %s", (value, text) => expect(figure(value)).toBe(text));

  it("a tebibyte is 1,024 GiB", () => {
    expect(gibibytes(38_400)).toBe("37.5 TiB");
    expect(gibibytes(512)).toBe("512 GiB");
  });
});
