import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exampleFiles, exampleNow } from "../../environments/index.ts";
import { planEnvironment } from "../../planner/index.ts";
import { loadEnvironment } from "../../spec/load.ts";
import { catalog } from "./fixtures.ts";

const files = exampleFiles().filter((file) => file.includes("/assistant-any-"));

/** Lines that may differ between clouds. */
const OWN = /^(cloud|account|region): |\bid: /;

describe("the same file on every cloud", () => {
  it("differs only in cloud, account, region and the ids of what is bought", () => {
    const [first, ...others] = files.map((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => !OWN.test(line)),
    );
    expect(files).toHaveLength(3);
    for (const other of others) expect(other).toEqual(first);
  });

  it.each(files.map((file) => [file.split("/").at(-1), file]))(
    "has the same pools, accelerators and storage: %s",
    (_, file = "") => {
      const { environment } = loadEnvironment(readFileSync(file, "utf8"));
      if (environment === undefined) throw new Error(`${file} is not valid`);
      const { plan, findings } = planEnvironment(environment, { catalog, now: Date.parse(exampleNow) });
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(plan?.pools.map(({ name, accelerator, nodes }) => [name, accelerator, nodes])).toEqual([
        ["train", expect.stringContaining("h100"), 4],
        ["serve", expect.stringContaining("h100"), 2],
      ]);
      expect(plan?.pools[0]?.accelerators).toBe(32);
      expect(plan?.pools[0]?.fabric.kind).not.toBe("none");
      expect(plan?.storage.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
        "object corpus",
        "parallel scratch",
        "file home",
        "model-cache weights",
      ]);
    },
  );
});
