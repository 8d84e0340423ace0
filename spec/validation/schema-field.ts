import { z } from "zod";
import type { Path } from "../finding.ts";

/** The schema of a field without its default or optionality, and the words that describe it. */
export interface SchemaField {
  readonly schema: z.ZodType;
  readonly description: string | undefined;
}

/** The field at a path; alternatives are resolved by the value that stands there. `undefined`: no such field. */
export function fieldAt(root: z.ZodType, path: Path, value: unknown): SchemaField | undefined {
  let field = unwrap(root);
  let inner = value;
  for (const step of path) {
    const next = childSchema(field.schema, step, inner);
    if (next === undefined) return undefined;
    field = unwrap(next);
    inner =
      isMap(inner) || Array.isArray(inner) ? (inner as Record<string | number, unknown>)[step] : undefined;
  }
  return field;
}

/** The keys that a map may have at this field, given what stands there. */
export function knownKeys(schema: z.ZodType, value: unknown): readonly string[] {
  const branch = unwrap(branchFor(schema, value)).schema;
  return branch instanceof z.ZodObject ? Object.keys(branch.shape) : [];
}

/** The kinds of a discriminated field that have a key, for a key that stands on another kind. */
export function kindsWithKey(schema: z.ZodType, key: string): readonly string[] {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return [];
  return branches(schema).flatMap((branch) =>
    branch instanceof z.ZodObject && key in branch.shape
      ? [String(literalOf(branch, schema.def.discriminator))]
      : [],
  );
}

/** The alternative of a union that fits what was written best: by kind, by type, then by keys. */
export function branchFor(schema: z.ZodType, value: unknown): z.ZodType {
  if (!(schema instanceof z.ZodUnion)) return schema;
  const all = branches(schema);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const { discriminator } = schema.def;
    const kind = isMap(value) ? value[discriminator] : undefined;
    return (
      all.find((branch) => branch instanceof z.ZodObject && literalOf(branch, discriminator) === kind) ??
      schema
    );
  }
  const fitting = all.filter((branch) => fitsType(branch, value));
  const keys = isMap(value) ? Object.keys(value) : [];
  const strangers = (branch: z.ZodType): number =>
    branch instanceof z.ZodObject ? keys.filter((key) => !(key in branch.shape)).length : 0;
  return [...fitting].sort((a, b) => strangers(a) - strangers(b))[0] ?? schema;
}

/** The alternatives of a union without their wrappers, as written in the schema. */
export function branches(schema: z.ZodUnion): readonly z.ZodType[] {
  return schema.options.map((option) => unwrap(option as z.ZodType).schema);
}

/** What a schema's values are, in words. */
export function typeName(schema: z.ZodType): string {
  if (schema instanceof z.ZodUnion) return [...new Set(branches(schema).map(typeName))].join(" or ");
  if (schema instanceof z.ZodLiteral) return String(schema.value);
  if (schema instanceof z.ZodEnum) return schema.options.join(" | ");
  if (schema instanceof z.ZodObject) return `a map { ${Object.keys(schema.shape).join(", ")} }`;
  if (schema instanceof z.ZodRecord) return "a map";
  if (schema instanceof z.ZodArray) return "a list";
  if (schema instanceof z.ZodBoolean) return "true or false";
  if (schema instanceof z.ZodNumber) return schema.isInt ? "a whole number" : "a number";
  return "text";
}

function fitsType(schema: z.ZodType, value: unknown): boolean {
  if (schema instanceof z.ZodObject || schema instanceof z.ZodRecord) return isMap(value);
  if (schema instanceof z.ZodArray) return Array.isArray(value);
  if (schema instanceof z.ZodNumber) return typeof value === "number";
  if (schema instanceof z.ZodBoolean) return typeof value === "boolean";
  return typeof value === "string";
}

function childSchema(schema: z.ZodType, step: string | number, value: unknown): z.ZodType | undefined {
  const branch = unwrap(branchFor(schema, value)).schema;
  if (branch instanceof z.ZodObject) return branch.shape[step] as z.ZodType | undefined;
  if (branch instanceof z.ZodArray) return branch.element as z.ZodType;
  if (branch instanceof z.ZodRecord) return branch.valueType as z.ZodType;
  if (branch instanceof z.ZodDiscriminatedUnion && step === branch.def.discriminator) {
    return branches(branch).find((each) => each instanceof z.ZodObject)?.shape[step] as z.ZodType | undefined;
  }
  return undefined;
}

function unwrap(schema: z.ZodType): SchemaField {
  let inner = schema;
  let description = inner.description;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodPrefault) {
    inner = inner.unwrap() as z.ZodType;
    description ??= inner.description;
  }
  return { schema: inner, description };
}

function literalOf(branch: z.ZodObject, key: string): unknown {
  const literal = branch.shape[key];
  return literal instanceof z.ZodLiteral ? literal.value : undefined;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
