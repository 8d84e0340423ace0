import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planAwsCluster } from "../../planner/cluster/aws.ts";
import { planAwsCost } from "../../planner/cost/aws.ts";
import { planEnergy } from "../../planner/energy.ts";
import { expiryOf, planGuardrails } from "../../planner/guardrails.ts";
import type { PoolPlan } from "../../planner/plan/pool.ts";
import { planAwsQuota } from "../../planner/quota/aws.ts";
import { planAwsStorage } from "../../planner/storage/aws.ts";
import { planAwsTimeline } from "../../planner/timeline/aws.ts";
import type { EnvironmentInput } from "../../spec/schema/environment.ts";
import { catalog, environment, network, newContext, now, option, pool, systemPool } from "./fixtures.ts";

function parts(pools: readonly PoolPlan[] = [pool()], input: Partial<EnvironmentInput> = {}) {
  const { context, findings } = newContext();
  const spec = environment(input);
  const systemPools = [systemPool()];
  const storage = planAwsStorage(spec, pools, context);
  const cluster = planAwsCluster(
    { environment: spec, pools, systemPools, storage, expiresAt: null },
    context,
  );
  const guardrails = planGuardrails(spec, storage, null);
  const surroundings = { pools, systemPools, storage, cluster, guardrails, network: network() };
  return {
    ...surroundings,
    context,
    findings,
    region: spec.region,
    name: spec.name,
    workloads: spec.workloads,
  };
}

const costOf = (pools?: readonly PoolPlan[], input?: Partial<EnvironmentInput>) =>
  planAwsCost(parts(pools, input), catalog);

describe("cost", () => {
  it("names machines, disks, control plane, network, logs and key", () => {
    const categories = new Set(costOf().items.map(({ category }) => category));
    expect([...categories].sort()).toEqual([
      "control-plane",
      "disks",
      "machines",
      "network",
      "observability",
      "security",
    ]);
  });

  it("counts every node once, whatever the number of options", () => {
    const options = [
      option({ id: "a", nodes: 4 }),
      option({ id: "b", purchase: "spot", nodes: 4, usdPerHourPerNode: 20 }),
    ];
    const machines = costOf([pool({ options })]).items.filter(({ name }) => /^[ab]:/.test(name));
    expect(machines.map(({ name }) => name)).toEqual(["a: 4 × p5.48xlarge"]);
  });

  it("gives every priced item its source and date", () => {
    for (const item of costOf().items.filter(({ usdPerHour }) => usdPerHour !== null)) {
      expect([item.name, item.source, item.date]).not.toContain(null);
    }
  });

  it("leaves an unknown price out, names it, and says what is known", () => {
    const block = option({ id: "train-capacity-block", purchase: "capacity-block", usdPerHourPerNode: null });
    const cost = costOf([pool({ options: [block] })]);
    expect(cost.unknown).toEqual(["train-capacity-block: 4 × p5.48xlarge"]);
    expect(cost.items[0]?.note).toContain("paid up front");
  });

  it("names what is paid by use, and does not call it unknown", () => {
    const cost = costOf(undefined, { storage: [{ name: "corpus", kind: "object" }] });
    expect(cost.byUse).toContain("corpus: bucket");
    expect(cost.unknown).toEqual([]);
    expect(cost.items.find(({ name }) => name === "corpus: bucket")?.note).toContain(
      "USD 0.023 per GiB month",
    );
  });

  it("is less when elastic pools are at their smallest", () => {
    const elastic = costOf([pool({ elastic: true, minNodes: 0 })]);
    expect(elastic.usdPerHourIdle).toBeLessThan(elastic.usdPerHour - 4 * 55);
    const fixed = costOf();
    expect(fixed.usdPerHourIdle).toBe(fixed.usdPerHour);
  });

  it("takes the dearer control plane for extended support", () => {
    const control = (version: string) =>
      costOf(undefined, { orchestration: { version, extendedSupport: true } }).items.find(
        ({ category }) => category === "control-plane",
      )?.usdPerHour;
    expect(control("1.33")).toBe(0.6);
    expect(control("1.36")).toBe(0.1);
  });

  it("grows with nodes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 50 }), (nodes, more) => {
        expect(costOf([pool({ nodes: nodes + more })]).usdPerHour).toBeGreaterThan(
          costOf([pool({ nodes })]).usdPerHour,
        );
      }),
    );
  });
});

describe("quota", () => {
  const quotaOf = (pools: readonly PoolPlan[]) => {
    const input = parts(pools);
    const quota = planAwsQuota({ ...input, existingCluster: false }, input.context);
    return { quota, codes: input.findings.map(({ code }) => code) };
  };
  const needed = (pools: readonly PoolPlan[], name: string) =>
    quotaOf(pools).quota.find((row) => row.name === name)?.needed;

  it("counts vCPUs by the exact quota of family and market", () => {
    expect(needed([pool()], "Running On-Demand P instances")).toBe(4 * 192);
    const spot = option({ id: "train-spot", purchase: "spot" });
    expect(needed([pool({ options: [spot] })], "All P Spot Instance Requests")).toBe(4 * 192);
  });

  it("counts reservations as on demand and capacity blocks by themselves", () => {
    const reserved = option({ id: "train-reservation", purchase: "reservation" });
    expect(needed([pool({ options: [reserved] })], "Running On-Demand P instances")).toBe(4 * 192);
    const block = option({ id: "train-capacity-block", purchase: "capacity-block" });
    expect(needed([pool({ options: [block] })], "Running On-Demand P instances")).toBeUndefined();
    expect(needed([pool({ options: [block] })], "Instances across Capacity Blocks")).toBe(4);
  });

  it("adds pools of one family up and says for whom", () => {
    const { quota } = quotaOf([pool(), pool({ name: "more", options: [option({ id: "more-on-demand" })] })]);
    const row = quota.find(({ name }) => name === "Running On-Demand P instances");
    expect(row).toMatchObject({ needed: 2 * 4 * 192, for: ["train-on-demand", "more-on-demand"] });
  });

  it("lets every option of an elastic pool supply all of it", () => {
    const options = [option({ id: "a", purchase: "spot", nodes: 4 }), option({ id: "b", nodes: 0 })];
    expect(needed([pool({ elastic: true, options })], "Running On-Demand P instances")).toBe(4 * 192);
  });

  it("warns above a known default", () => {
    expect(quotaOf([pool({ nodes: 3000 })]).codes).toContain("quota-above-default");
    expect(quotaOf([pool()]).codes).not.toContain("quota-above-default");
  });
});

describe("energy", () => {
  it("is the accelerators' rated power with the building's overhead, and the grid's carbon", () => {
    const energy = planEnergy("aws", "us-east-2", [pool()], catalog);
    const watts = catalog.accelerator("h100")?.tdpWatts ?? 0;
    const pue = catalog.pue("aws", "us-east-2")?.value ?? 0;
    const grid = catalog.carbon("aws", "us-east-2")?.gCO2ePerKWh ?? 0;
    expect(energy.kilowatts).toBeCloseTo((32 * watts * pue) / 1000, 2);
    expect(energy.kgCo2ePerHour).toBeCloseTo(((32 * watts * pue) / 1000 / 1000) * grid, 2);
    expect(energy.sources).toHaveLength(2);
  });

  it("is unknown, not zero, where the accelerator's power is", () => {
    const unknown = planEnergy("aws", "us-east-2", [pool({ accelerator: "no-such" })], catalog);
    expect(unknown.kilowatts).toBeNull();
    expect(unknown.kgCo2ePerHour).toBeNull();
    expect(unknown.items[0]?.note).toContain("no-such");
  });
});

describe("the timeline", () => {
  const storage: EnvironmentInput["storage"] = [
    { name: "corpus", kind: "object" },
    { name: "scratch", kind: "parallel", source: "corpus" },
  ];

  it("is at most 16 minutes with Lustre beside the cluster", () => {
    const timeline = planAwsTimeline(parts(undefined, { storage }), catalog);
    expect(timeline.minutes).toBeGreaterThan(10);
    expect(timeline.minutes).toBeLessThanOrEqual(16);
  });

  it("has file systems beside the cluster: neither waits for the other", () => {
    const { steps } = planAwsTimeline(parts(undefined, { storage }), catalog);
    const inStack = (suffix: string) => steps.filter(({ stack }) => stack === `lab-${suffix}`);
    const ofCluster = new Set(inStack("cluster").map(({ id }) => id));
    expect(
      inStack("storage")
        .flatMap(({ after }) => after)
        .filter((id) => ofCluster.has(id)),
    ).toEqual([]);
    const start = (suffix: string) =>
      Math.min(...inStack(suffix).map(({ startsAtMinute }) => startsAtMinute));
    expect(start("storage")).toBe(start("cluster"));
  });

  it("leads along its critical path without a gap", () => {
    const { steps, criticalPath, minutes } = planAwsTimeline(parts(), catalog);
    const path = criticalPath.map((id) => steps.find((step) => step.id === id));
    const total = path.reduce((sum, step) => sum + (step?.minutes ?? Number.NaN), 0);
    expect(total).toBeCloseTo(minutes, 1);
  });
});

describe("guardrails", () => {
  it("end a lifetime after its duration, or at its time, in UTC", () => {
    expect(expiryOf({ lifetime: "14d" }, now)).toBe("2026-12-07T12:00:00Z");
    expect(expiryOf({ lifetime: "2027-01-01T00:00:00+02:00" }, now)).toBe("2026-12-31T22:00:00Z");
    expect(expiryOf({ lifetime: undefined }, now)).toBeNull();
  });

  it("alert the owner where it is an address", () => {
    const budget = { usdPerMonth: 100 };
    const of = (owner: string) => planGuardrails(environment({ owner, budget }), [], null).budget?.email;
    expect(of("ml@example.com")).toBe("ml@example.com");
    expect(of("the ML team")).toBeNull();
  });

  it("tag with name, owner and end beside the file's tags", () => {
    const spec = environment({ owner: "ml", tags: { team: "a" } });
    expect(planGuardrails(spec, [], "2026-12-07T12:00:00Z").tags).toEqual({
      "engineroom:environment": "lab",
      "engineroom:expires-at": "2026-12-07T12:00:00Z",
      "engineroom:owner": "ml",
      team: "a",
    });
  });

  it("protect data that is made here and kept", () => {
    const protects = (retain: boolean) =>
      parts(undefined, { storage: [{ name: "corpus", kind: "object", retain }] }).guardrails.protectData;
    expect([protects(true), protects(false)]).toEqual([true, false]);
  });
});
