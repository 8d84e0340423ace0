import { readFileSync } from "node:fs";
import { expect } from "vitest";

export type Linter = "cfn-lint" | "cdk-nag" | "checkov";

/** What a linter says about one resource of one stack. */
export interface LinterFinding {
  readonly rule: string;
  /** `<stack>/<resource>`: the stack's name, and the linter's own name of the resource. */
  readonly resource: string;
  /** What of the resource is meant, where the linter says it: `Resource::*`, `Policy::arn:…`. */
  readonly detail?: string | undefined;
  readonly message: string;
}

/** A finding that stays, and why. */
export interface AcceptedFinding {
  readonly tool: Linter;
  readonly rule: string;
  /** Regular expression over `<stack>/<resource>`. */
  readonly resource: string;
  /** Regular expression over the finding's detail; absent: any. */
  readonly detail?: string;
  readonly reason: string;
}

const list = new URL("../accepted-findings.json", import.meta.url);

/**
 * Asserts that every finding of a linter, over all examples, is accepted with a reason, and that every acceptance still
 * has a finding: an exception that nothing needs any more must go.
 */
export function expectAccepted(tool: Linter, findings: readonly LinterFinding[]): void {
  const all = JSON.parse(readFileSync(list, "utf8")) as readonly AcceptedFinding[];
  const accepted = all.filter((each) => each.tool === tool);
  for (const { rule, reason } of accepted) expect(reason.length, `${rule} has a reason`).toBeGreaterThan(20);
  const open = findings.filter((each) => !accepted.some((acceptance) => covers(acceptance, each)));
  const lines = open.map((each) => `${each.rule} ${each.resource} ${each.detail ?? ""}: ${each.message}`);
  expect(lines, `${tool}: findings that nobody accepted`).toEqual([]);
  const dead = accepted.filter((acceptance) => !findings.some((each) => covers(acceptance, each)));
  expect(
    dead.map(({ rule, resource, detail }) => `${rule} ${resource} ${detail ?? ""}`),
    `${tool}: acceptances without a finding`,
  ).toEqual([]);
}

function covers(acceptance: AcceptedFinding, { rule, resource, detail = "" }: LinterFinding): boolean {
  const { detail: accepted = "" } = acceptance;
  return (
    acceptance.rule === rule &&
    new RegExp(acceptance.resource).test(resource) &&
    new RegExp(accepted).test(detail)
  );
}
