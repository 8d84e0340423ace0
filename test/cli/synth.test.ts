import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exampleNow } from "../../environments/index.ts";
import { engineroom } from "./run.ts";

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "engineroom-synth-"));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

describe("synth", () => {
  it("writes plan, report and templates of each environment", async () => {
    const { code, out: said } = await engineroom("synth", "environments/start-small.yaml", "--out", out);
    expect(code).toBe(0);
    expect(said).toMatch(/start-small.*stacks/);
    const plan = JSON.parse(readFileSync(join(out, "start-small/plan.json"), "utf8"));
    expect(plan.name).toBe("start-small");
    const report = readFileSync(join(out, "start-small/report.html"), "utf8");
    expect(report).toContain("<!doctype html>");
    expect(report).not.toMatch(/src="https?:/);
    const templates = readdirSync(join(out, "start-small/cdk.out")).filter((name) =>
      name.endsWith(".template.json"),
    );
    expect(templates.sort()).toEqual([
      "start-small-cluster.template.json",
      "start-small-data.template.json",
      "start-small-storage.template.json",
    ]);
  });

  it.each(["gcp-start-small", "azure-start-small"])(
    "writes the resources of %s without a Pulumi engine",
    async (name) => {
      const now = ["--now", exampleNow];
      const { code } = await engineroom("synth", `environments/${name}.yaml`, "--out", out, ...now);
      expect(code).toBe(0);
      const resources = JSON.parse(readFileSync(join(out, name, "resources.json"), "utf8"));
      expect(resources.length).toBeGreaterThan(20);
      for (const each of resources) {
        expect(Object.keys(each)).toEqual(expect.arrayContaining(["type", "name", "urn", "inputs"]));
      }
    },
  );

  it("an error leaves no folder behind, not even a part of one", async () => {
    const file = join(out, "broken.yaml");
    writeFileSync(
      file,
      "name: broken\ncloud: aws\nregion: us-east-2\npools: [{ name: gpu, machine: p5.49xlarge }]\n",
    );
    const { code, err } = await engineroom("synth", file, "--out", join(out, "result"));
    expect(code).toBe(1);
    expect(err).toContain("p5.49xlarge");
    expect(existsSync(join(out, "result", "broken"))).toBe(false);
  });

  it("a second run replaces the first whole", async () => {
    await engineroom("synth", "environments/start-small.yaml", "--out", out);
    writeFileSync(join(out, "start-small", "left-over.txt"), "old");
    await engineroom("synth", "environments/start-small.yaml", "--out", out);
    expect(existsSync(join(out, "start-small", "left-over.txt"))).toBe(false);
    expect(readdirSync(out)).toEqual(["start-small"]);
  });
});
