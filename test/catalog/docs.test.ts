import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogDocs } from "../../catalog/docs.ts";
import { openCatalog } from "../../catalog/index.ts";

const pages = catalogDocs(openCatalog());

describe("generated tables", () => {
  it.each(Object.entries(pages))("%s is as the data says (npm run generate writes it)", (path, text) => {
    expect(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8")).toBe(text);
  });

  it.each(Object.entries(pages))("%s has tables whose rows have the columns of their head", (_, text) => {
    const blocks = text.split("\n\n").filter((block) => block.startsWith("|"));
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) {
      const widths = new Set(block.split("\n").map((line) => line.split(/(?<!\\)\|/).length));
      expect(widths.size).toBe(1);
    }
  });

  it("list every machine, and say why the planner refuses one", () => {
    expect(pages["docs/catalog/machines-aws.md"]).toContain("| `p5.48xlarge` |");
    expect(pages["docs/catalog/machines-aws.md"]).toMatch(/`p6e-gb200.36xlarge`: network cards:/);
  });

  it("write runs of interfaces once", () => {
    expect(pages["docs/catalog/fabrics.md"]).toContain("0/0 interface; 1–16/0 efa-only");
  });
});
