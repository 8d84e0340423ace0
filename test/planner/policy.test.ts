import { describe, expect, test } from "vitest";
import { planContext } from "../../planner/context.ts";
import type { CostPlan } from "../../planner/plan/index.ts";
import { checkPolicy } from "../../planner/policy.ts";
import type { EnvironmentInput } from "../../spec/schema/environment.ts";
import { catalog, environment, network, now } from "./fixtures.ts";

const cost = (usdPerHour: number) =>
  ({
    usdPerHour,
    items: [
      { name: "train-on-demand: 4 × p5.48xlarge", usdPerHour },
      { name: "disks", usdPerHour: 0.1 },
    ],
  }) as unknown as CostPlan;

function findingsOf(input: Partial<EnvironmentInput>, usdPerHour = 10, publicFrom: readonly string[] = []) {
  const { context, findings } = planContext(catalog, now);
  const plan = network({ api: { private: true, publicFrom } });
  checkPolicy(environment(input), { pools: [], network: plan, cost: cost(usdPerHour) }, context);
  return findings;
}

describe("an organization's policy", () => {
  test("says nothing when everything is as it allows", () => {
    const policy = {
      residency: "us" as const,
      maxUsdPerHour: 400,
      purchase: ["on-demand" as const],
      requiredTags: ["team"],
    };
    expect(findingsOf({ policy, tags: { team: "ml" } })).toEqual([]);
    expect(findingsOf({})).toEqual([]);
  });

  test("residency holds for areas and for lists of regions", () => {
    expect(findingsOf({ policy: { residency: "eu" } })).toMatchObject([
      { code: "policy-residency", path: ["region"], got: "us-east-2", allowed: "eu" },
    ]);
    expect(findingsOf({ policy: { residency: ["us-west-2"] } })).toHaveLength(1);
    expect(findingsOf({ policy: { residency: ["us-west-2", "us-east-2"] } })).toEqual([]);
  });

  test("spending names what costs most", () => {
    const [found] = findingsOf({ policy: { maxUsdPerHour: 400 } }, 450.123);
    expect(found).toMatchObject({ code: "policy-spending", got: 450.12, allowed: 400 });
    expect(found?.hint).toContain("train-on-demand: 4 × p5.48xlarge");
  });

  test("a public API needs the policy's leave", () => {
    expect(findingsOf({}, 10, ["203.0.113.0/24"])).toMatchObject([{ code: "policy-public-endpoints" }]);
    expect(findingsOf({ policy: { publicEndpoints: true } }, 10, ["203.0.113.0/24"])).toEqual([]);
  });

  test("ways of buying and tags", () => {
    const pools = [
      {
        name: "a",
        machine: "g6.xlarge",
        purchase: [{ kind: "on-demand" as const }, { kind: "spot" as const }],
      },
    ];
    expect(findingsOf({ pools, policy: { purchase: ["spot"] } })).toMatchObject([
      { code: "policy-purchase", path: ["pools", 0, "purchase", 0, "kind"], got: "on-demand" },
    ]);
    expect(
      findingsOf({ policy: { requiredTags: ["team", "cost-center"] }, tags: { team: "ml" } }),
    ).toMatchObject([
      { code: "policy-required-tags", message: expect.stringContaining("cost-center, which is not set") },
    ]);
  });
});
