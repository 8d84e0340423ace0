import type { Catalog } from "../catalog/catalog.ts";
import type { CloudName } from "../catalog/types.ts";
import { type Finding, type FindingKind, finding, type Occurrence } from "../spec/finding.ts";
import type { Facts } from "./facts.ts";

/** One rule: what must hold, why, and how to see that it does not. */
export interface Check extends FindingKind {
  /** Clouds that it concerns; absent = all. */
  readonly clouds?: readonly CloudName[];
  /** Every place where it does not hold. Unknown facts are no violation. */
  readonly violations: (facts: Facts, catalog: Catalog) => Iterable<Occurrence>;
}

/** Runs checks over facts and returns what they found, in the order of the checks. */
export function runChecks(checks: readonly Check[], facts: Facts, catalog: Catalog): Finding[] {
  return checks
    .filter((check) => check.clouds === undefined || check.clouds.includes(facts.cloud))
    .flatMap((check) =>
      [...check.violations(facts, catalog)].map((occurrence) => finding(check, occurrence)),
    );
}
