import type { Finding, Path, Position } from "./finding.ts";
import { pathKey } from "./path.ts";
import type { Environment } from "./schema/environment.ts";
import { hiddenCharacter } from "./suspicious-text.ts";
import { isBlocked, limitFindings } from "./validation/finding-list.ts";
import { inspectValue } from "./validation/inspect-value.ts";
import { type ReadPolicy, resolvePolicy } from "./validation/resolve-policy.ts";
import { type UnderstoodPart, understoodPart } from "./validation/understood-part.ts";
import { validateEnvironment } from "./validation/validate-environment.ts";
import { readYaml, type YamlText } from "./yaml/read-yaml.ts";

export interface LoadOptions {
  /** Name of the file: stands as `file` in its findings. */
  readonly fileName?: string | undefined;
  /** Reads the shared file that `policy:` names. Without it, naming one is a finding. */
  readonly readPolicy?: ReadPolicy | undefined;
}

export interface LoadedEnvironment {
  /** Present when no finding is an `error`: every default filled in, the policy read. */
  readonly environment?: Environment | undefined;
  /** Everything that is wrong, in the order of the file, each with line and column. */
  readonly findings: readonly Finding[];
  /**
   * Where a path of the environment stands in the text: the value, or its key when it is a map or a list. For what is
   * not in the text (a default, a missing key) the nearest part around it.
   */
  readonly locate: (path: Path) => Position | undefined;
  /** What is left of a file with errors when they are taken out; `undefined` when that is too little. */
  readonly understood: () => UnderstoodPart | undefined;
}

/** Reads an environment file. Every problem is a finding, and all are reported at once; nothing is thrown. */
export function loadEnvironment(text: string, options: LoadOptions = {}): LoadedEnvironment {
  const yaml = readYaml(text);
  const { locate } = yaml.source;
  if (yaml.value === undefined) {
    return { findings: named(yaml.findings, options), locate, understood: () => undefined };
  }
  const inspected = inspectValue(yaml.value);
  const policy = resolvePolicy(yaml.value, options.readPolicy);
  const validation = validateEnvironment(policy.value, yaml.source.scalarText);
  const meaning = [...inspected, ...policy.findings, ...validation.findings].map((each) => place(each, yaml));
  const numbers = yaml.leadingZeros.filter(({ path }) => !validation.takenAsWritten.has(pathKey(path)));
  const findings = named(
    [...withoutRepetition(yaml.findings, meaning), ...numbers, ...trusted(meaning, yaml)].sort(byPosition),
    options,
  );
  if (!isBlocked(findings)) {
    return { environment: validation.environment, findings, locate, understood: () => undefined };
  }
  const understood = (): UnderstoodPart | undefined =>
    yaml.brokenFromLine === undefined
      ? understoodPart(policy.value, meaning.filter(isError), yaml.source.scalarText)
      : undefined;
  return { findings, locate, understood };
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}

/** Findings about keys point at the key, all others at the value; those of another file are placed already. */
function place(each: Finding, { source }: YamlText): Finding {
  if (each.file !== undefined) return each;
  const isAboutKey = each.code === "unknown-key" || each.code === "reserved-key";
  return { ...each, ...(isAboutKey ? source.locateKey(each.path) : source.locate(each.path)) };
}

/** After a line that cannot be read, what seems wrong or missing may only be unread. */
function trusted(findings: readonly Finding[], { brokenFromLine }: YamlText): readonly Finding[] {
  if (brokenFromLine === undefined) return findings;
  return findings.filter(
    ({ code, file, line, got }) =>
      file !== undefined ||
      (UNTOUCHED_BY_SYNTAX.has(code) && got !== null && line !== undefined && line < brokenFromLine),
  );
}

const UNTOUCHED_BY_SYNTAX: ReadonlySet<string> = new Set([
  "unknown-key",
  "wrong-type",
  "unknown-value",
  "out-of-range",
  "wrong-format",
  "hidden-character",
]);

/** A hidden character is reported for its value rather than for its place, once. */
function withoutRepetition(
  textFindings: readonly Finding[],
  meaning: readonly Finding[],
): readonly Finding[] {
  const lines = new Set(meaning.filter(({ code }) => code === hiddenCharacter.code).map(({ line }) => line));
  return textFindings.filter(({ code, line }) => code !== hiddenCharacter.code || !lines.has(line));
}

const START: Position = { line: 1, column: 1 };

function byPosition(a: Finding, b: Finding): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function named(findings: readonly Finding[], { fileName }: LoadOptions): readonly Finding[] {
  const limited = limitFindings(findings).map((each) =>
    each.line === undefined ? { ...each, ...START } : each,
  );
  return fileName === undefined ? limited : limited.map((each) => ({ ...each, file: each.file ?? fileName }));
}
