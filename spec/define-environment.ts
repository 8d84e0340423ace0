import type { Finding } from "./finding.ts";
import type { Environment, EnvironmentInput } from "./schema/environment.ts";
import { isBlocked, limitFindings } from "./validation/finding-list.ts";
import { inspectValue } from "./validation/inspect-value.ts";
import { type ReadPolicy, resolvePolicy } from "./validation/resolve-policy.ts";
import { validateEnvironment } from "./validation/validate-environment.ts";
import { nestedTooDeep } from "./yaml/yaml-finding-kinds.ts";

/**
 * An environment written in TypeScript, with completion and an explanation of every field. It is the same value as an
 * environment file's; nothing is checked here beyond its types: `parseEnvironment` does that.
 *
 * @example
 * export default defineEnvironment({
 *   name: "assistant",
 *   cloud: "aws",
 *   region: "us-east-2",
 *   pools: [{ name: "train", accelerator: "h100", nodes: 4 }],
 * });
 */
export function defineEnvironment(input: EnvironmentInput): EnvironmentInput {
  return input;
}

export interface ParsedEnvironment {
  /** Present when no finding is an `error`: every default filled in, the policy read. */
  readonly environment?: Environment | undefined;
  readonly findings: readonly Finding[];
}

/** Checks a value as `loadEnvironment` checks a text: every problem is a finding with its path, nothing is thrown. */
export function parseEnvironment(
  input: unknown,
  options: { readonly readPolicy?: ReadPolicy | undefined } = {},
): ParsedEnvironment {
  const inspected = inspectValue(input);
  if (inspected.some(({ code }) => code === nestedTooDeep.code)) {
    return { findings: limitFindings(inspected) };
  }
  const policy = resolvePolicy(input, options.readPolicy);
  const validation = validateEnvironment(policy.value);
  const findings = limitFindings([...inspected, ...policy.findings, ...validation.findings]);
  return isBlocked(findings) ? { findings } : { environment: validation.environment, findings };
}
