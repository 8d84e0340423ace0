import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { exampleFiles } from "../../environments/index.ts";
import type { EnvironmentPlan } from "../../planner/plan/index.ts";
import { engineroom } from "./run.ts";

const training = "environments/training-p5-capacity-block.yaml";

async function planOf(file: string): Promise<EnvironmentPlan> {
  const { out } = await engineroom("plan", file, "--json");
  return (JSON.parse(out) as { plan: EnvironmentPlan }).plan;
}

describe("plan --json", () => {
  it("is one JSON document with the keys of the contract", async () => {
    const { code, out, err } = await engineroom("plan", training, "--json");
    expect(code).toBe(0);
    expect(err).toBe("");
    const { plan, findings } = JSON.parse(out);
    expect(Array.isArray(findings)).toBe(true);
    expect(plan.pools[0]).toMatchObject({
      name: "train",
      machine: "p5.48xlarge",
      nodes: 16,
      accelerators: 128,
      fabric: { kind: "efa", interfacesPerNode: 32 },
    });
    expect(plan.pools[0].options[0]).toMatchObject({
      purchase: "capacity-block",
      nodes: 16,
      zones: ["use2-az1"],
      placement: { kind: "none" },
      activeFrom: "2027-03-01T11:30:00Z",
      activeUntil: "2027-03-15T11:00:00Z",
    });
    expect(plan.storage.find((each: { name: string }) => each.name === "scratch")).toMatchObject({
      kind: "parallel",
      product: "fsx-lustre",
      sizeGiB: 38400,
      existing: null,
    });
    expect(plan.cost.usdPerHour).toBeGreaterThan(0);
    expect(plan.energy.kilowatts).toBeGreaterThan(128 * 0.7);
    expect(plan.quota.length).toBeGreaterThan(0);
    expect(plan.timeline.criticalPath.length).toBeGreaterThan(2);
  });

  it("deploying on Friday for Monday works: the block's group stands at zero until it begins", async () => {
    const plan = await planOf(training);
    const [option] = plan.pools[0]?.options ?? [];
    expect(option?.size).toMatchObject({ min: 0, desired: 0 });
    const raise = option?.schedule.find(({ id }) => id === "raise");
    const lower = option?.schedule.find(({ id }) => id === "lower");
    expect(raise).toMatchObject({ desired: 16 });
    expect(Date.parse(raise?.at ?? "")).toBeGreaterThanOrEqual(Date.parse("2027-03-01T11:30:00Z"));
    expect(lower).toMatchObject({ desired: 0 });
    expect(Date.parse(lower?.at ?? "")).toBeLessThan(Date.parse("2027-03-15T11:00:00Z"));
  });
});

describe("every example", () => {
  it("assistant.yaml, the example of the design page, has no finding at all", async () => {
    const { out } = await engineroom("plan", "environments/assistant.yaml", "--json");
    expect((JSON.parse(out) as { findings: unknown[] }).findings).toEqual([]);
  });

  it.each(exampleFiles().map((file) => [basename(file), file] as const))(
    "%s is planned without an error",
    async (_, file) => {
      const { code, out } = await engineroom("plan", file, "--json");
      const { findings } = JSON.parse(out) as { findings: { severity: string; message: string }[] };
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(code).toBe(0);
    },
  );

  it.each(exampleFiles().map((file) => [basename(file), file] as const))(
    "%s reads well in 100 columns",
    async (_, file) => {
      const { out } = await engineroom("plan", file);
      const tooLong = out.split("\n").filter((line) => [...line].length > 100 && !/https?:\/\//.test(line));
      expect(tooLong).toEqual([]);
    },
  );
});
