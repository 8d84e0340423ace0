import { type Finding, finding } from "../finding.ts";
import { moreFindings } from "./schema-finding-kinds.ts";

/** What people meet first is what they mend first: more than this helps nobody. */
const MOST_FINDINGS = 500;

/** Whether findings forbid going on. */
export function isBlocked(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "error");
}

/** At most as many findings as anybody reads, and one that says how many there are beside them. */
export function limitFindings(findings: readonly Finding[]): readonly Finding[] {
  const more = findings.length - MOST_FINDINGS;
  if (more <= 0) return findings;
  return [
    ...findings.slice(0, MOST_FINDINGS),
    finding(moreFindings, {
      path: [],
      message: `${more} more findings are not listed.`,
      got: findings.length,
      hint: "Mend the first ones and look again.",
    }),
  ];
}
