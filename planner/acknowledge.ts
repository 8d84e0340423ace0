import type { Finding, FindingKind } from "../spec/finding.ts";
import { finding } from "../spec/finding.ts";
import { nearestNameHint } from "../spec/nearest-name.ts";
import type { Environment } from "../spec/schema/environment.ts";

export const acknowledgeUnknown: FindingKind = {
  code: "acknowledge-unknown",
  severity: "warning",
  title: "What is acknowledged is the code of a finding.",
  source: "docs/findings.md",
};

export const acknowledgeError: FindingKind = {
  code: "acknowledge-error",
  severity: "warning",
  title: "Only warnings can be acknowledged.",
  source: "docs/findings.md",
};

/**
 * Turns acknowledged warnings into information that carries the reason. Errors stay: to acknowledge one is a finding, and
 * so is a code that does not exist.
 */
export function acknowledge(
  findings: readonly Finding[],
  acknowledged: Environment["acknowledge"],
  knownCodes: ReadonlySet<string>,
): Finding[] {
  const reasons = new Map(acknowledged.map(({ code, reason }) => [code, reason]));
  const errors = new Set(findings.filter(({ severity }) => severity === "error").map(({ code }) => code));
  const accepted = findings.map((each) => accept(each, reasons.get(each.code)));
  const mistakes = acknowledged.flatMap(({ code }, index) => mistake(code, index, errors, knownCodes));
  return [...accepted, ...mistakes];
}

function accept(each: Finding, reason: string | undefined): Finding {
  if (reason === undefined || each.severity !== "warning") return each;
  return { ...each, severity: "info", message: `${each.message} Accepted: ${reason}` };
}

function mistake(
  code: string,
  index: number,
  errors: ReadonlySet<string>,
  knownCodes: ReadonlySet<string>,
): Finding[] {
  const path = ["acknowledge", index, "code"];
  if (!knownCodes.has(code)) {
    return [
      finding(acknowledgeUnknown, {
        path,
        message: `No finding has the code ${code}.`,
        got: code,
        hint: nearestNameHint(code, [...knownCodes]) ?? "Copy the code from the finding.",
      }),
    ];
  }
  if (!errors.has(code)) return [];
  return [
    finding(acknowledgeError, {
      path,
      message: `${code} is an error here, and errors cannot be accepted.`,
      got: code,
      hint: "Change what the error names.",
    }),
  ];
}
