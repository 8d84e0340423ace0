import type { Check } from "./check.ts";
import { checksFor } from "./checks-for.ts";

/** Every check that concerns Google Cloud. */
export const gcpChecks: readonly Check[] = checksFor("gcp");
