import { describe, expect, it } from "vitest";
import { awsChecks, runChecks } from "../../checks/index.ts";
import { planFacts } from "../../planner/facts.ts";
import { type Environment, environment } from "../../spec/schema/environment.ts";
import { environmentPlan, optionPlan, poolPlan } from "../constructs/aws/fixtures/plans.ts";
import { catalog } from "./good-facts.ts";

const parsed = environment.parse({
  name: "pretrain",
  cloud: "aws",
  region: "us-east-2",
  network: { avoid: ["10.200.0.0/16"] },
  pools: [
    {
      name: "train",
      machine: "p5.48xlarge",
      nodes: 16,
      purchase: [
        {
          kind: "capacity-block",
          id: "cr-0a1b2c3d4e5f60718",
          zone: "use2-az1",
          nodes: 16,
          start: "2027-03-01T11:30:00Z",
          end: "2027-03-15T11:30:00Z",
        },
        { kind: "on-demand" },
      ],
    },
  ],
  storage: [
    { name: "corpus", kind: "object" },
    { name: "scratch", kind: "parallel", source: "corpus" },
  ],
});
const written: Environment = { ...parsed, policy: { publicEndpoints: false, requiredTags: [] } };

describe("facts of a plan", () => {
  it("lead to the purchase option in the file that each node group comes from", () => {
    const plan = environmentPlan();
    const [pool] = plan.pools;
    if (pool === undefined) throw new Error("the fixture has a pool");
    const both = { ...plan, pools: [{ ...pool, options: [...pool.options, optionPlan()] }] };
    const groups = planFacts(both, written).nodeGroups;
    expect(groups.map(({ name, at }) => [name, at]).slice(0, 2)).toEqual([
      ["train-capacity-block", ["pools", 0, "purchase", 0]],
      ["train-on-demand", ["pools", 0, "purchase", 1]],
    ]);
  });

  it("carry what the file knows of a block", () => {
    const [group] = planFacts(environmentPlan(), written).nodeGroups;
    expect(group?.reservation).toEqual({
      id: "cr-0a1b2c3d4e5f60718",
      kind: "capacity-block",
      zone: "use2-az1",
      nodes: 16,
      start: "2027-03-01T11:30:00Z",
      end: "2027-03-15T11:30:00Z",
      placementGroup: undefined,
    });
  });

  it("lead to the storage and the ranges in the file", () => {
    const facts = planFacts(environmentPlan(), written);
    const lustre = facts.fileSystems.find((one) => one.product === "fsx-lustre");
    expect(lustre?.at).toEqual(["storage", written.storage.findIndex((one) => one.name === lustre?.name)]);
    expect(facts.ranges.find((one) => one.role === "reserved")).toMatchObject({
      at: ["network", "avoid", 0],
      cidr: "10.200.0.0/16",
    });
  });

  it("place what is unknown at the pool that it belongs to", () => {
    const plan = environmentPlan({ pools: [poolPlan({ options: [optionPlan({ id: "train-on-demand" })] })] });
    const unknown = { ...plan, cost: { ...plan.cost, unknown: ["train-on-demand: 16 × p5.48xlarge"] } };
    const [finding] = runChecks(awsChecks, planFacts(unknown, written), catalog).filter(
      (one) => one.code === "price-unknown",
    );
    expect(finding?.path?.[0]).toBe("pools");
  });

  it("find no fault with a block whose price its buyer knows", () => {
    const plan = environmentPlan();
    const prepaid = { ...plan, cost: { ...plan.cost, unknown: ["train-capacity-block: 16 × p5.48xlarge"] } };
    expect(planFacts(prepaid, written).unknowns.filter(({ what }) => what === "price")).toEqual([]);
  });

  it("of a pool placed by hand into a group with its block are found out", () => {
    const option = optionPlan({ purchase: "capacity-block", reservationId: "cr-0a1b2c3d4e5f60718" });
    const plan = environmentPlan({ pools: [poolPlan({ options: [option] })] });
    const codes = runChecks(awsChecks, planFacts(plan, written), catalog).map((one) => one.code);
    expect(codes).toContain("placement-with-capacity-block");
    expect(codes).toContain("reservation-not-begun");
  });
});
