import { describe, expect, it } from "vitest";
import { nearestName, nearestNameHint } from "../../spec/nearest-name.ts";

describe("the nearest name", () => {
  it.each([
    ["trian", ["serve", "train"], "train"],
    ["H100", ["h200", "h100"], "h100"],
    ["capacity-blok", ["capacity-block", "calendar"], "capacity-block"],
    ["p5.48xlage", ["p5.48xlarge", "p5e.48xlarge"], "p5.48xlarge"],
    ["fabirc", ["fabric", "fabricLayout"], "fabric"],
  ])("of %s in %j is %s", (name, candidates, nearest) => {
    expect(nearestName(name, candidates)).toBe(nearest);
  });

  it.each([
    ["train", []],
    ["train", ["notebooks"]],
    ["a", ["b"]],
    ["", ["b"]],
    ["x".repeat(10_000), ["x".repeat(9_999)]],
  ])("of %s in %j is none", (name, candidates) => {
    expect(nearestName(name, candidates)).toBeUndefined();
  });

  it("is the first of equally near ones", () => {
    expect(nearestName("l4x", ["l4s", "l4t"])).toBe("l4s");
  });
});

describe("the hint about it", () => {
  it("asks for the nearest, else lists a few, else says nothing", () => {
    expect(nearestNameHint("trian", ["train", "serve"])).toBe("Did you mean train?");
    expect(nearestNameHint("gpu", ["notebooks", "serving"])).toBe("There are: notebooks, serving.");
    expect(
      nearestNameHint(
        "gpu",
        Array.from({ length: 50 }, (_, index) => `notebook-${index}`),
      ),
    ).toBeUndefined();
  });
});
