import type { Check } from "./check.ts";
import { checksFor } from "./checks-for.ts";

/** Every check that concerns AWS. */
export const awsChecks: readonly Check[] = checksFor("aws");
