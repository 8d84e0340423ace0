import { describe, expect, it } from "vitest";
import { openCatalog } from "../../catalog/index.ts";
import { planEnvironment } from "../../planner/plan-environment.ts";
import { parseEnvironment } from "../../spec/define-environment.ts";
import type { EnvironmentInput } from "../../spec/schema/environment.ts";

const catalog = openCatalog();

function findings(changes: Partial<EnvironmentInput>) {
  const { environment } = parseEnvironment({
    name: "lab",
    cloud: "aws",
    region: "us-east-2",
    pools: [{ name: "train", machine: "p5.48xlarge", nodes: 2 }],
    ...changes,
  });
  if (environment === undefined) throw new Error("not valid");
  const found = planEnvironment(environment, { catalog, now: Date.parse("2027-02-26T12:00:00Z") }).findings;
  return found.filter(({ code }) => code.endsWith("-over-pool"));
}

const queue = (name: string, accelerators: number) => ({ name, pool: "train", accelerators });
const training = (nodes: number) => ({
  name: "base",
  kind: "training" as const,
  model: "llama-3.1-8b",
  pool: "train",
  nodes,
});

describe("shares of a pool", () => {
  it("queues that promise more than the pool has are found out together", () => {
    const [found] = findings({ orchestration: { queues: [queue("research", 12), queue("product", 8)] } });
    expect(found).toMatchObject({
      code: "queues-over-pool",
      path: ["orchestration", "queues", 1, "accelerators"],
    });
    expect(found?.message).toContain("promise 20 accelerators together, and the pool has 16");
  });

  it("a workload larger than its pool is found out, with what it may ask for", () => {
    const [found] = findings({ workloads: [training(50)] });
    expect(found).toMatchObject({ code: "workload-over-pool", got: 50, allowed: "2 or fewer" });
  });

  it("what fits is no finding", () => {
    const orchestration = { queues: [queue("research", 12), queue("product", 4)] };
    expect(findings({ orchestration, workloads: [training(2)] })).toEqual([]);
  });
});
