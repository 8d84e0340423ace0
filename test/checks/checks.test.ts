import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { awsChecks, azureChecks, gcpChecks, runChecks } from "../../checks/index.ts";
import { allChecks } from "../../checks/rules/index.ts";
import { agentPoolCases, amlfsCases, infinibandCases } from "./cases/azure.ts";
import type { Cases } from "./cases/case.ts";
import {
  capacityModeCases,
  clusterCases,
  extraNetworkCases,
  managedLustreCases,
} from "./cases/google-cloud.ts";
import { imageCases } from "./cases/images.ts";
import { interfaceCases } from "./cases/interfaces.ts";
import { machineCases } from "./cases/machines.ts";
import { nameCases } from "./cases/names.ts";
import { networkCases } from "./cases/network.ts";
import { purchaseCases } from "./cases/purchase.ts";
import { restCases } from "./cases/rest.ts";
import { sizeCases } from "./cases/sizes.ts";
import { storageCases } from "./cases/storage.ts";
import { versionCases } from "./cases/versions.ts";
import { goodAzure, goodGcp } from "./good-clouds.ts";
import { good } from "./good-facts.ts";
import { testCatalog } from "./test-catalog.ts";

const cases: Cases = {
  ...interfaceCases,
  ...purchaseCases,
  ...machineCases,
  ...imageCases,
  ...versionCases,
  ...sizeCases,
  ...nameCases,
  ...networkCases,
  ...storageCases,
  ...restCases,
  ...capacityModeCases,
  ...extraNetworkCases,
  ...clusterCases,
  ...managedLustreCases,
  ...infinibandCases,
  ...agentPoolCases,
  ...amlfsCases,
};

describe.each(allChecks.map((check) => [check.code, check] as const))("%s", (code, check) => {
  const { caught, right, says } = cases[code] ?? { caught: good, right: good, says: ["(no case)"] };

  it("is caught", () => {
    expect(runChecks([check], caught, testCatalog).map((one) => one.code)).toContain(code);
  });

  it("is not caught when right", () => {
    expect(runChecks([check], right, testCatalog)).toEqual([]);
  });

  it("says what is wrong, what is allowed, what to do next, and where the rule stands", () => {
    const [finding] = runChecks([check], caught, testCatalog);
    for (const word of says) expect(finding?.message).toContain(word);
    expect(finding?.message).toMatch(/[.]$/);
    expect(finding?.hint ?? "").toMatch(/^[A-Z`].{8,}[.?)]$/);
    expect(finding?.source).toMatch(/^https:\/\//);
    expect("got" in (finding ?? {}) || "allowed" in (finding ?? {})).toBe(true);
  });
});

describe("the set of checks", () => {
  it("has three tests for every check, and no case without a check", () => {
    expect(Object.keys(cases).toSorted()).toEqual(allChecks.map((check) => check.code).toSorted());
  });

  it("holds every rule file once", () => {
    const files = readdirSync(new URL("../../checks/rules", import.meta.url), { recursive: true })
      .map((file) => String(file).split("/").at(-1) ?? "")
      .filter((file) => file.endsWith(".ts") && file !== "index.ts")
      .map((file) => file.replace(".ts", ""));
    expect(files.toSorted()).toEqual(allChecks.map((check) => check.code).toSorted());
  });

  it("has one kebab-case code for each check", () => {
    const codes = allChecks.map((check) => check.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it("states each rule as one sentence with a link", () => {
    for (const check of allChecks) {
      expect(check.title, check.code).toMatch(/^[A-Z].*\.$/);
      expect(check.source, check.code).toMatch(/^https:\/\/[a-z0-9.-]+\/.+/);
    }
  });

  it("finds nothing in an environment that is right", () => {
    expect(runChecks(awsChecks, good, testCatalog)).toEqual([]);
    expect(runChecks(gcpChecks, goodGcp, testCatalog)).toEqual([]);
    expect(runChecks(azureChecks, goodAzure, testCatalog)).toEqual([]);
  });
});
