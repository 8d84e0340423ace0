import { describe, expect, it } from "vitest";
import { openCatalog } from "../../catalog/index.ts";
import { changeHazards } from "../../planner/change-hazards.ts";
import type { EnvironmentPlan } from "../../planner/plan/environment.ts";
import { planEnvironment } from "../../planner/plan-environment.ts";
import { parseEnvironment } from "../../spec/define-environment.ts";
import type { EnvironmentInput } from "../../spec/schema/environment.ts";

const catalog = openCatalog();
const now = Date.parse("2027-02-26T12:00:00Z");

function planOf(changes: Partial<EnvironmentInput> = {}): EnvironmentPlan {
  const { environment } = parseEnvironment({
    name: "lab",
    cloud: "aws",
    region: "us-east-2",
    zones: ["use2-az1"],
    pools: [{ name: "train", machine: "p5.48xlarge", nodes: 8 }],
    storage: [{ name: "scratch", kind: "parallel", sizeGiB: 9600 }],
    ...changes,
  });
  const { plan } = environment === undefined ? {} : planEnvironment(environment, { catalog, now });
  if (plan === undefined) throw new Error("not planned");
  return plan;
}

const codes = (changes: Partial<EnvironmentInput>): string[] =>
  changeHazards(planOf(), planOf(changes)).map(({ code }) => code);

describe("what a cloud refuses or answers by replacing data", () => {
  it("a file system that would shrink is refused, and the size to keep is named", () => {
    const [found] = changeHazards(
      planOf(),
      planOf({ storage: [{ name: "scratch", kind: "parallel", sizeGiB: 4800 }] }),
    );
    expect(found).toMatchObject({ code: "storage-shrinks", severity: "error" });
    expect(found?.message).toContain("from 9600 to 4800 GiB");
    expect(found?.hint).toContain("sizeGiB: 9600");
  });

  it("a file system in another zone is a new one", () => {
    const storage: EnvironmentInput["storage"] = [
      { name: "scratch", kind: "parallel", sizeGiB: 9600, zone: "use2-az2" },
    ];
    expect(codes({ storage })).toContain("storage-replaced");
  });

  it("Kubernetes goes up by one minor, and never down", () => {
    const older = planOf({ orchestration: { version: "1.35" } });
    const oldest = planOf({ orchestration: { version: "1.34", extendedSupport: true } });
    expect(changeHazards(planOf(), older).map(({ code }) => code)).toEqual(["kubernetes-lowered"]);
    expect(changeHazards(oldest, planOf()).map(({ code }) => code)).toEqual(["kubernetes-lowered"]);
    expect(changeHazards(older, planOf())).toEqual([]);
  });

  it("another address range is another network", () => {
    expect(codes({ network: { cidr: "10.9.0.0/16" } })).toEqual(["network-replaced"]);
  });

  it("growing is fine, and two different environments are no change of one", () => {
    expect(codes({ pools: [{ name: "train", machine: "p5.48xlarge", nodes: 12 }] })).toEqual([]);
    expect(codes({ name: "other", network: { cidr: "10.9.0.0/16" } })).toEqual([]);
  });
});
