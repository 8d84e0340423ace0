import { describe, expect, it } from "vitest";
import { allChecks, awsChecks, failures, failuresDocs, findingsDocs } from "../../checks/index.ts";

/** Numbers of the failures that concern AWS, alone or among others. */
const CONCERNS_AWS = [
  ...[1, 2, 4, 5, 6, 7, 8, 9, 10, 11].map((number) => `A${number}`),
  ...[12, 13, 14, 15, 16, 17, 21].map((number) => `B${number}`),
  "C22",
  ...[23, 24, 25, 26, 27, 28, 29, 30].map((number) => `D${number}`),
  ...[31, 32, 33].map((number) => `E${number}`),
  ...[1, 2, 3, 4, 5, 6].map((number) => `F${number}`),
];

/** Of Google Cloud alone. */
const CONCERNS_GOOGLE_CLOUD = ["A3", "A34", "B18", "B19", "B20", "D35", "F7"];

/** Sections of the failures of Azure and across clouds; a letter tells several of one section apart. */
const SECTIONS = Array.from({ length: 15 }, (_, index) => `X${index + 1}`);

describe("the ledger of failures", () => {
  const ids = failures.map((failure) => failure.id);

  it("has every failure that concerns AWS or Google Cloud, once and in order", () => {
    const named = ids.filter((id) => !id.startsWith("X"));
    expect(named).toEqual([...CONCERNS_AWS, ...CONCERNS_GOOGLE_CLOUD]);
  });

  it("has every section of the failures of Azure and across clouds", () => {
    expect(new Set(ids).size).toBe(ids.length);
    const sections = ids.filter((id) => id.startsWith("X")).map((id) => id.replace(/[a-z]$/, ""));
    expect([...new Set(sections)]).toEqual(SECTIONS);
  });

  it("leads to every check of Google Cloud and Azure", () => {
    const caught = failures.flatMap(({ outcomes }) =>
      outcomes.flatMap((outcome) => (outcome.kind === "caught" ? outcome.codes : [])),
    );
    for (const { code, clouds } of allChecks) {
      if (clouds !== undefined && !clouds.includes("aws")) expect(caught, code).toContain(code);
    }
  });

  it("names only codes that exist", () => {
    const codes = new Set(allChecks.map((check) => check.code));
    for (const failure of failures) {
      for (const outcome of failure.outcomes) {
        if (outcome.kind === "caught") {
          for (const code of outcome.codes) expect(codes, `${failure.id} ${code}`).toContain(code);
        }
      }
    }
  });

  it("says of each failure what becomes of it, with the incident", () => {
    for (const { id, outcomes, incidents } of failures) {
      expect(outcomes.length, id).toBeGreaterThan(0);
      expect(incidents.length, id).toBeGreaterThan(0);
      for (const incident of incidents) expect(incident).toMatch(/^https:\/\//);
    }
  });
});

describe("the generated pages", () => {
  it("list every failure with its number and codes", () => {
    const page = failuresDocs();
    for (const { id } of failures) expect(page).toContain(`| ${id} |`);
    expect(page).toContain("`efa-count`");
  });

  it("list every kind of finding once, in order of its code", () => {
    const page = findingsDocs([...awsChecks, ...awsChecks]);
    const codes = [...page.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1]);
    expect(codes).toEqual(awsChecks.map((check) => check.code).toSorted());
    expect(page).toContain(`There are ${awsChecks.length} kinds.`);
  });
});
