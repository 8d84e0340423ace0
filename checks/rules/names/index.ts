import type { Check } from "../../check.ts";
import { labelReserved } from "./label-reserved.ts";
import { labelSyntax } from "./label-syntax.ts";
import { nameLength } from "./name-length.ts";
import { nameTwice } from "./name-twice.ts";
import { taintSyntax } from "./taint-syntax.ts";

/** Names, labels and taints. */
export const nameChecks: readonly Check[] = [nameLength, nameTwice, labelSyntax, labelReserved, taintSyntax];
