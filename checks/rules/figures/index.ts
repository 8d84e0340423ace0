import type { Check } from "../../check.ts";
import { powerUnknown } from "./power-unknown.ts";
import { priceUnknown } from "./price-unknown.ts";

/** Figures that a plan shows. */
export const figureChecks: readonly Check[] = [priceUnknown, powerUnknown];
