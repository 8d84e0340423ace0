import { z } from "zod";
import { type Finding, finding, type Path } from "../finding.ts";
import { formatPath } from "../path.ts";
import { quotedValue, shownValue } from "../show-value.ts";
import { type SchemaField, typeName } from "./schema-field.ts";
import { wrongType } from "./schema-finding-kinds.ts";

/** What is said of a value of another type than its field's, with the way to write it right where one can tell. */
export function wrongTypeFinding(path: Path, value: unknown, field: SchemaField | undefined): Finding {
  const allowed = field === undefined ? "another type" : typeName(field.schema);
  return finding(wrongType, {
    path,
    message: `${formatPath(path)} is ${describeValue(value)}; expected: ${allowed}.`,
    got: shownValue(value),
    allowed,
    hint: rewriteHint(value, field?.schema) ?? field?.description,
  });
}

function describeValue(value: unknown): string {
  if (value === null) return "empty";
  if (typeof value === "string") return `the text ${quotedValue(value)}`;
  if (typeof value === "number" && !Number.isFinite(value)) return `${value}, not a finite number`;
  return quotedValue(value);
}

function rewriteHint(value: unknown, schema: z.ZodType | undefined): string | undefined {
  if (value === null) return "Write a value, or remove the key to get its default.";
  if (schema === undefined) return undefined;
  return HINTS.find(({ applies }) => applies(schema, value))?.hint(value);
}

interface RewriteHint {
  readonly applies: (schema: z.ZodType, value: unknown) => boolean;
  readonly hint: (value: unknown) => string;
}

const HINTS: readonly RewriteHint[] = [
  {
    applies: (schema, value) =>
      wantsNumber(schema) && typeof value === "string" && Number.isFinite(plainNumber(value)),
    hint: (value) => `Write ${plainNumber(String(value))}, without quotes or separators.`,
  },
  {
    applies: (schema, value) =>
      schema instanceof z.ZodBoolean && typeof value === "string" && TRUTH.has(value.toLowerCase()),
    hint: (value) => `YAML 1.2 knows true and false: write ${TRUTH.get(String(value).toLowerCase())}.`,
  },
  {
    applies: (schema, value) => schema instanceof z.ZodArray && isScalar(value),
    hint: (value) => `Write a list: [${value}].`,
  },
  {
    applies: (schema, value) =>
      schema instanceof z.ZodArray && typeof value === "object" && !Array.isArray(value),
    hint: () => "Write a list: each item begins with a dash.",
  },
  {
    applies: (schema, value) => schema instanceof z.ZodObject && Array.isArray(value),
    hint: () => "Write the keys themselves, without a dash.",
  },
  {
    applies: (schema, value) => wantsText(schema) && isScalar(value),
    hint: (value) => `Put it in quotes, as it is written ("${value}"): numbers lose leading zeros.`,
  },
];

const TRUTH: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["on", true],
  ["true", true],
  ["no", false],
  ["off", false],
  ["false", false],
]);

function wantsNumber(schema: z.ZodType): boolean {
  return (
    schema instanceof z.ZodNumber ||
    (schema instanceof z.ZodUnion && schema.options.some((option) => option instanceof z.ZodNumber))
  );
}

function wantsText(schema: z.ZodType): boolean {
  return schema instanceof z.ZodString || schema instanceof z.ZodStringFormat;
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function plainNumber(text: string): number {
  const digits = text.replaceAll(/(?<=\d)[_,' ](?=\d{3})/g, "");
  return /^[-+]?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(digits) ? Number(digits) : Number.NaN;
}
