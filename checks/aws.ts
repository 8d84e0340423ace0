import type { Check } from "./check.ts";
import { allChecks } from "./rules/index.ts";

/** Every check that concerns AWS. */
export const awsChecks: readonly Check[] = allChecks.filter(
  (check) => check.clouds === undefined || check.clouds.includes("aws"),
);
