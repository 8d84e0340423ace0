import type { Finding } from "../spec/finding.ts";
import { type ExitCode, exitCode } from "./exit-codes.ts";

/** Whether findings block: errors always, warnings that nobody acknowledged with `strict`. */
export function verdict(findings: readonly Finding[], strict: boolean): ExitCode {
  const blocks = findings.some(({ severity }) => severity === "error" || (strict && severity === "warning"));
  return blocks ? exitCode.blocked : exitCode.fine;
}
