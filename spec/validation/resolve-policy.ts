import { type Finding, finding } from "../finding.ts";
import { policyFile, policy as policySchema } from "../schema/policy.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { policyFileMissing } from "./schema-finding-kinds.ts";
import { schemaFindings } from "./schema-findings.ts";

/** Gives the text of a shared policy file by the name written in the environment file; `undefined`: no such file. */
export type ReadPolicy = (name: string) => string | undefined;

export interface ResolvedPolicy {
  /** The value with the policy itself in place of its file's name. */
  readonly value: unknown;
  /** Problems of the policy file, with its name as `file`. */
  readonly findings: readonly Finding[];
}

/** Puts a shared policy in the place of its name. A policy that cannot be used is replaced by one without rules. */
export function resolvePolicy(value: unknown, readPolicy: ReadPolicy | undefined): ResolvedPolicy {
  const name = policyName(value);
  if (name === undefined) return { value, findings: [] };
  const text = readPolicy?.(name);
  if (text === undefined) return { value: withPolicy(value, {}), findings: [missing(name)] };
  const { value: content, findings, leadingZeros, source } = readYaml(text);
  const parsed = policySchema.safeParse(content ?? {});
  const problems = parsed.success
    ? []
    : schemaFindings(policySchema, content, parsed.error.issues).map((each) => ({
        ...each,
        ...(each.code === "unknown-key" ? source.locateKey(each.path) : source.locate(each.path)),
      }));
  const all = [...findings, ...leadingZeros, ...problems].map((each) => ({
    ...each,
    file: name,
    path: ["policy", ...each.path],
    message: `In ${name}: ${each.message}`,
  }));
  return { value: withPolicy(value, parsed.success && all.length === 0 ? content : {}), findings: all };
}

function policyName(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("policy" in value)) return undefined;
  return policyFile.safeParse(value.policy).data;
}

function withPolicy(value: unknown, policy: unknown): unknown {
  return typeof value === "object" && value !== null ? { ...value, policy } : value;
}

function missing(name: string): Finding {
  return finding(policyFileMissing, {
    path: ["policy"],
    message: `policy names the file ${name}, which cannot be read.`,
    got: name,
    allowed: "a readable file, named relative to the environment file",
    hint: "Compare the path, or write the policy itself here.",
  });
}
