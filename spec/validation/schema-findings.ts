import { z } from "zod";
import { type Finding, finding, type Path } from "../finding.ts";
import { nearestName, nearestNameHint } from "../nearest-name.ts";
import { formatPath, valueAt } from "../path.ts";
import { quotedValue, shownValue } from "../show-value.ts";
import { foreignLetterHint, reservedKeys } from "../suspicious-text.ts";
import { branches, branchFor, fieldAt, kindsWithKey, knownKeys, typeName } from "./schema-field.ts";
import { missingKey, outOfRange, unknownKey, unknownValue, wrongFormat } from "./schema-finding-kinds.ts";
import { wrongTypeFinding } from "./wrong-type.ts";

type Issue = z.core.$ZodIssue;

/**
 * Says in plain words, as findings, what a schema refused in a value. Alternatives are resolved first, so that a finding
 * speaks of the branch that was meant.
 */
export function schemaFindings(
  schema: z.ZodType,
  value: unknown,
  issues: readonly Issue[],
): readonly Finding[] {
  const findings = issues.flatMap((issue) => describe(issue, pathOf(issue), { schema, value }));
  const last = new Map(findings.map((each) => [`${each.code} ${JSON.stringify(each.path)}`, each]));
  return [...last.values()];
}

interface Subject {
  readonly schema: z.ZodType;
  readonly value: unknown;
}

function describe(issue: Issue, path: Path, subject: Subject): readonly Finding[] {
  const value = valueAt(subject.value, path);
  const field = fieldAt(subject.schema, path, subject.value);
  if (value === undefined) return [missing(path, subject, kindsOf(issue))];
  switch (issue.code) {
    case "invalid_type":
      return [wrongTypeFinding(path, value, field)];
    case "invalid_value":
      return [wrongWord(path, value, issue.values.map(String), field?.description)];
    case "invalid_format":
      return [wrongForm(path, value, issue.message, field?.description)];
    case "too_small":
    case "too_big":
      return [outside(path, value, issue, field?.schema)];
    case "unrecognized_keys":
      return issue.keys
        .filter((key) => !reservedKeys.has(key))
        .map((key) => strangerKey([...path, key], key, field?.schema, value));
    case "invalid_union":
      return describeUnion(issue, path, subject);
    case "invalid_key":
      return [wrongForm(path, path.at(-1), issue.issues[0]?.message ?? issue.message, field?.description)];
    default:
      return [wrongForm(path, value, issue.message, field?.description)];
  }
}

function describeUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  path: Path,
  subject: Subject,
): readonly Finding[] {
  const value = valueAt(subject.value, path);
  const field = fieldAt(subject.schema, path, subject.value);
  const kinds = kindsOf(issue);
  if (kinds !== undefined) return [wrongWord(path, value, kinds)];
  const union = field?.schema;
  if (!(union instanceof z.ZodUnion)) return [wrongForm(path, value, issue.message, field?.description)];
  const branch = branchFor(union, value);
  if (branch === union) return [wrongTypeFinding(path, value, field)];
  const forms = issue.errors.flatMap((errors) =>
    errors.filter((each) => each.code === "invalid_format" && each.path.length === 0),
  );
  if (forms.length > 1) {
    return [wrongForm(path, value, forms.map((each) => each.message).join("; or "), field?.description)];
  }
  const errors = issue.errors[branches(union).indexOf(branch)] ?? [];
  return errors.flatMap((each) => describe(each, [...path, ...pathOf(each)], subject));
}

/** The words that a discriminator may be; `undefined` for other issues. */
function kindsOf(issue: Issue): readonly string[] | undefined {
  if (issue.code !== "invalid_union" || issue.discriminator === undefined) return undefined;
  return "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}

function missing(path: Path, { schema, value }: Subject, kinds: readonly string[] | undefined): Finding {
  const field = fieldAt(schema, path, value);
  return finding(missingKey, {
    path,
    message: `${formatPath(path)} is missing.`,
    allowed: kinds ?? (field === undefined ? undefined : typeName(field.schema)),
    hint: field?.description,
  });
}

function wrongWord(path: Path, value: unknown, allowed: readonly string[], description?: string): Finding {
  const foreign = typeof value === "string" ? foreignLetterHint(value) : undefined;
  const nearest = typeof value === "string" ? nearestName(value, allowed) : undefined;
  return finding(unknownValue, {
    path,
    message: `${formatPath(path)} is ${quotedValue(value)}, which is none of: ${allowed.join(", ")}.`,
    got: shownValue(value),
    allowed,
    hint: foreign ?? (nearest === undefined ? description : `Did you mean ${nearest}?`),
  });
}

function wrongForm(path: Path, value: unknown, allowed: string, description?: string): Finding {
  const foreign = typeof value === "string" ? foreignLetterHint(value) : undefined;
  return finding(wrongFormat, {
    path,
    message: `${formatPath(path)} is ${quotedValue(value)}; expected: ${allowed}.`,
    got: shownValue(value),
    allowed,
    hint: foreign ?? description,
  });
}

function outside(
  path: Path,
  value: unknown,
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  schema: z.ZodType | undefined,
): Finding {
  const allowed = allowedRange(issue, schema);
  const size =
    typeof value === "string"
      ? `has ${value.length} characters`
      : Array.isArray(value)
        ? `has ${value.length} items`
        : `is ${quotedValue(value)}`;
  return finding(outOfRange, {
    path,
    message: `${formatPath(path)} ${size}; allowed: ${allowed}.`,
    got: shownValue(value),
    allowed,
    hint: schema?.description,
  });
}

function allowedRange(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  schema: z.ZodType | undefined,
): string {
  const unit = issue.origin === "string" ? " characters" : issue.origin === "array" ? " items" : "";
  if (schema instanceof z.ZodNumber) {
    const { minValue, maxValue } = schema;
    const isBounded = Number.isSafeInteger(minValue) && Number.isSafeInteger(maxValue);
    if (isBounded && minValue !== Number.MIN_SAFE_INTEGER && maxValue !== Number.MAX_SAFE_INTEGER) {
      return `${(minValue ?? 0) === 0 && !issue.inclusive ? "above 0" : minValue} to ${maxValue}`;
    }
  }
  if (issue.code === "too_small")
    return `${issue.inclusive ? "at least" : "more than"} ${issue.minimum}${unit}`;
  return `${issue.inclusive ? "at most" : "less than"} ${issue.maximum}${unit}`;
}

function strangerKey(path: Path, key: string, schema: z.ZodType | undefined, map: unknown): Finding {
  const known = schema === undefined ? [] : knownKeys(schema, map);
  const others = schema === undefined ? [] : kindsWithKey(schema, key);
  return finding(unknownKey, {
    path,
    message: `${quotedValue(key)} is not a key of ${formatPath(path.slice(0, -1))}.`,
    got: shownValue(key),
    allowed: known,
    hint: strangerHint(key, known, others),
  });
}

function strangerHint(key: string, known: readonly string[], kinds: readonly string[]): string | undefined {
  if (kinds.length > 0)
    return `It belongs to the ${kinds.length === 1 ? "kind" : "kinds"} ${kinds.join(", ")}.`;
  if (key === "<<") return "Merge keys are not part of YAML 1.2: write the keys out.";
  return foreignLetterHint(key) ?? nearestNameHint(key, known) ?? `Known keys: ${known.join(", ")}.`;
}

function pathOf(issue: Issue): Path {
  return issue.path.map((step) => (typeof step === "number" ? step : String(step)));
}
