import { type Finding, finding } from "../finding.ts";
import { isWithin, pathKey, withValuesAt } from "../path.ts";
import { checkRules } from "../references/rule.ts";
import { rules } from "../references/rules.ts";
import { type Environment, environment as environmentSchema } from "../schema/environment.ts";
import { shownValue } from "../show-value.ts";
import { draftOf } from "./draft.ts";
import { isBlocked } from "./finding-list.ts";
import { wrongType } from "./schema-finding-kinds.ts";
import { schemaFindings } from "./schema-findings.ts";
import { unreadTexts, type WrittenText } from "./written-text.ts";

export interface Validation {
  /** Present when there is no finding of severity `error`. */
  readonly environment?: Environment | undefined;
  readonly findings: readonly Finding[];
  /** Places, as `pathKey`s, where a number was taken as the text it is written as: the schema wants text there. */
  readonly takenAsWritten: ReadonlySet<string>;
}

/** Compiling the schema's fast path takes longer (16 ms) than it saves on the one value that a process usually checks. */
const ONCE = { jitless: true } as const;

/** A file with more problems than this is another kind of file: what its parts say of each other means nothing. */
const MOST_PROBLEMS_FOR_RULES = 500;

/**
 * Checks plain data against the schema and against the rules between its parts, and reports everything at once. Rules
 * are checked over the parts that the schema accepted; a rule's finding about a part that holds a schema finding is left
 * out, because the one causes the other.
 */
export function validateEnvironment(value: unknown, writtenText: WrittenText = () => undefined): Validation {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { findings: [notAMap(value)], takenAsWritten: new Set() };
  }
  const first = environmentSchema.safeParse(value, ONCE);
  const texts = first.success ? [] : unreadTexts(value, first.error.issues, writtenText);
  const replacements = new Map(texts.map(({ path, text }) => [pathKey(path), text]));
  const written = texts.length === 0 ? value : withValuesAt(value, replacements);
  const parsed = texts.length === 0 ? first : environmentSchema.safeParse(written, ONCE);
  return { ...judge(written, parsed), takenAsWritten: new Set(replacements.keys()) };
}

function judge(
  value: unknown,
  parsed: ReturnType<typeof environmentSchema.safeParse>,
): Omit<Validation, "takenAsWritten"> {
  if (parsed.success) {
    const { policy } = parsed.data;
    if (typeof policy === "string") throw new Error("The policy file must be read before validation.");
    const environment: Environment = { ...parsed.data, policy };
    const findings = checkRules(rules, environment);
    return isBlocked(findings) ? { findings } : { environment, findings };
  }
  const problems = schemaFindings(environmentSchema, value, parsed.error.issues);
  if (problems.length > MOST_PROBLEMS_FOR_RULES) return { findings: problems };
  const consequences = checkRules(rules, draftOf(value, problems)).filter(
    (each) => !problems.some((problem) => isWithin(problem.path, each.path)),
  );
  return { findings: [...problems, ...consequences] };
}

function notAMap(value: unknown): Finding {
  return finding(wrongType, {
    path: [],
    message: `The file is ${Array.isArray(value) ? "a list" : "a single value"}, not a map of keys.`,
    got: shownValue(value),
    allowed: "a map with name, cloud, region and a pool or a workload",
    hint: "Begin with name: my-environment.",
  });
}
