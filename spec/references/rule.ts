import { type Finding, type FindingKind, finding, type Occurrence } from "../finding.ts";
import type { EnvironmentDraft } from "../validation/draft.ts";

/** Something that must hold between the parts of a file. One rule, one kind of finding. */
export interface Rule extends FindingKind {
  /** Every place where it does not hold. What is absent from the draft is no violation unless the rule is about absence. */
  readonly violations: (draft: EnvironmentDraft) => Iterable<Occurrence>;
}

/** Checks rules against what is known of an environment. */
export function checkRules(rules: readonly Rule[], draft: EnvironmentDraft): readonly Finding[] {
  return rules.flatMap((rule) => [...rule.violations(draft)].map((occurrence) => finding(rule, occurrence)));
}
