import { allChecks } from "../checks/index.ts";
import { specFindingKinds } from "../spec/finding-kinds.ts";
import { plannerFindingKinds } from "./finding-kinds.ts";

let codes: ReadonlySet<string> | undefined;

/** Codes of every finding that a file can give: from reading it, from planning it, from the checks. */
export function knownCodes(): ReadonlySet<string> {
  codes ??= new Set([...specFindingKinds, ...plannerFindingKinds, ...allChecks].map(({ code }) => code));
  return codes;
}
