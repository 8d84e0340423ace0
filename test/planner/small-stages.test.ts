import { describe, expect, it } from "vitest";
import { acknowledge } from "../../planner/acknowledge.ts";
import { planQueues } from "../../planner/cluster/queues.ts";
import { diffPlans } from "../../planner/diff.ts";
import { orderFindings } from "../../planner/order-findings.ts";
import { planWorkloads } from "../../planner/workloads.ts";
import type { Finding } from "../../spec/finding.ts";
import type { EnvironmentInput } from "../../spec/schema/environment.ts";
import { environment, newContext, pool } from "./fixtures.ts";

describe("workloads", () => {
  const storage: EnvironmentInput["storage"] = [
    { name: "corpus", kind: "object" },
    { name: "scratch", kind: "parallel" },
  ];
  const base = { name: "base", kind: "training", model: "llama-3.1-8b", pool: "train" } as const;
  const planned = (workloads: EnvironmentInput["workloads"], extra: Partial<EnvironmentInput> = {}) => {
    const { context, findings } = newContext();
    const spec = environment({ storage, workloads, ...extra });
    return { plans: planWorkloads(spec, [pool()], planQueues(spec, [pool()]), context), findings };
  };

  it("take their whole pool, its queue, and the parallel file system by default", () => {
    expect(planned([base]).plans[0]).toMatchObject({ nodes: 4, queue: "train", writes: "scratch" });
  });

  it("begin with the model that the workload before them began with", () => {
    const align = { name: "align", kind: "fine-tuning", model: { from: "base" }, pool: "train" } as const;
    expect(planned([base, align]).plans[1]?.model).toBe("llama-3.1-8b");
  });

  it("with a model that the catalog lacks are a finding with the nearest name", () => {
    const { findings } = planned([{ ...base, model: "llama-3.1-8c" }]);
    expect(findings).toMatchObject([{ code: "model-unknown", path: ["workloads", 0, "model"] }]);
    expect(findings[0]?.hint).toContain("llama-3.1-8b");
  });
});

describe("acknowledging", () => {
  const warning: Finding = { code: "price-unknown", severity: "warning", path: [], message: "No price." };
  const known = new Set(["price-unknown", "range-overlap"]);

  it("makes a warning information that carries the reason", () => {
    const [accepted] = acknowledge([warning], [{ code: "price-unknown", reason: "Paid already." }], known);
    expect(accepted).toMatchObject({ severity: "info", message: "No price. Accepted: Paid already." });
  });

  it("leaves errors, and says so", () => {
    const error: Finding = { ...warning, code: "range-overlap", severity: "error" };
    const findings = acknowledge([error], [{ code: "range-overlap", reason: "Fine." }], known);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ["range-overlap", "error"],
      ["acknowledge-error", "warning"],
    ]);
  });

  it("of a code that does not exist is a finding with the nearest one", () => {
    const [unknown] = acknowledge([], [{ code: "price-unknwon", reason: "x" }], known);
    expect(unknown).toMatchObject({ code: "acknowledge-unknown", hint: "Did you mean price-unknown?" });
  });
});

it("findings come in the same order however they were found", () => {
  const at = (severity: Finding["severity"], path: Finding["path"]): Finding => ({
    code: "c",
    severity,
    path,
    message: "m",
  });
  const findings = [
    at("info", []),
    at("error", ["pools", 10]),
    at("error", ["pools", 2]),
    at("warning", ["a"]),
  ];
  const ordered = orderFindings(findings);
  expect(orderFindings([...findings].reverse())).toEqual(ordered);
  expect(ordered.map(({ path }) => path.join("."))).toEqual(["pools.2", "pools.10", "a", ""]);
});

describe("the difference of two plans", () => {
  const before = {
    pools: [
      { name: "a", nodes: 1 },
      { name: "b", nodes: 2 },
    ],
    zones: ["z1"],
  };

  it("names things by name, not by place", () => {
    const after = {
      pools: [{ name: "new", nodes: 9 }, ...before.pools.slice(0, 1), { name: "b", nodes: 3 }],
      zones: ["z1"],
    };
    expect(diffPlans(before, after)).toEqual([
      { path: ["pools", "b", "nodes"], before: 2, after: 3 },
      { path: ["pools", "new"], before: undefined, after: { name: "new", nodes: 9 } },
    ]);
  });

  it("compares plain lists as a whole, and is empty for equal plans", () => {
    expect(diffPlans(before, structuredClone(before))).toEqual([]);
    expect(diffPlans(before, { ...before, zones: ["z1", "z2"] })).toEqual([
      { path: ["zones"], before: ["z1"], after: ["z1", "z2"] },
    ]);
  });
});
