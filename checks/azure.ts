import type { Check } from "./check.ts";
import { checksFor } from "./checks-for.ts";

/** Every check that concerns Azure. */
export const azureChecks: readonly Check[] = checksFor("azure");
