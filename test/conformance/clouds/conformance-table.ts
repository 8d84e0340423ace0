import { CLOUDS, type CloudName } from "../../../catalog/types.ts";
import type { CloudCheck } from "./cloud-check.ts";

/** What became of a check on an example. */
export interface Outcome {
  readonly cloud: CloudName;
  readonly example: string;
  readonly check: string;
  /** `null`: the example has nothing that the check concerns. */
  readonly violations: readonly string[] | null;
}

/** The table cloud × check × example as a page. */
export function conformanceTable(checks: readonly CloudCheck[], outcomes: readonly Outcome[]): string {
  const names = checks.map(({ name }) => name);
  const rows = CLOUDS.flatMap((cloud) => {
    const ofCloud = outcomes.filter((outcome) => outcome.cloud === cloud);
    return [...new Set(ofCloud.map(({ example }) => example))].toSorted().map((example) => {
      const marks = names.map((check) =>
        mark(ofCloud.find((one) => one.example === example && one.check === check)),
      );
      return `| ${cloud} | ${example} | ${marks.join(" | ")} |`;
    });
  });
  return [
    "<!-- Written by `npm run conformance -- --project clouds -u`. -->",
    "# Conformance of the clouds",
    "",
    "One suite runs over what synthesis makes of every example on every cloud. `yes`: it holds. `-`: the example has",
    "nothing that it concerns. `NO`: it does not hold.",
    "",
    `| cloud | example | ${names.join(" | ")} |`,
    `| --- | --- |${" --- |".repeat(names.length)}`,
    ...rows,
    "",
    ...checks.map(({ name, title }) => `- **${name}**: ${title}`),
    "",
  ].join("\n");
}

function mark(outcome: Outcome | undefined): string {
  if (outcome === undefined) return "?";
  if (outcome.violations === null) return "-";
  return outcome.violations.length === 0 ? "yes" : "NO";
}
