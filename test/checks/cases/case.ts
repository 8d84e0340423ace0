import type { Facts } from "../../../checks/facts.ts";

/** The three tests of a check. */
export interface CheckCase {
  readonly caught: Facts;
  readonly right: Facts;
  /** What the message must contain: the value found and what would be right. */
  readonly says: readonly string[];
}

export type Cases = Readonly<Record<string, CheckCase>>;
