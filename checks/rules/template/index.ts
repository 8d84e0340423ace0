import type { Check } from "../../check.ts";
import { propertyMissing } from "./property-missing.ts";
import { referenceMissing } from "./reference-missing.ts";
import { wordUnknown } from "./word-unknown.ts";

/** What is wrong with a template before anything is launched. */
export const templateChecks: readonly Check[] = [wordUnknown, referenceMissing, propertyMissing];
