import { environmentJsonSchema, type JsonSchema } from "./json-schema.ts";

/** Markdown page of every field of the environment file: type, default, description. Generated from the schema. */
export function environmentFileDocs(): string {
  const file: Section = { path: "", schema: environmentJsonSchema(), isAlternative: false };
  return [HEAD, ...new Set(sections(file))].join("\n");
}

const HEAD = `# The environment file

One file is one environment on one cloud. Everything but \`name\`, \`cloud\`, \`region\` and one pool (or one workload) has
a default, which the plan shows. Unknown keys are errors. Editors that know YAML explain and complete every field when the
file begins with a comment that names the schema:

\`\`\`yaml
# yaml-language-server: $schema=../spec/environment.schema.json
\`\`\`

This page is generated from the schema in \`spec/schema\`.
`;

interface Section {
  /** `pools.purchase`; empty for the file itself. */
  readonly path: string;
  readonly schema: JsonSchema;
  /** Whether the field has other maps than this one, so that the title must tell them apart. */
  readonly isAlternative: boolean;
}

/** A table for a map, and then one for every map below it. */
function sections(section: Section): readonly string[] {
  const { path, schema } = section;
  const fields = fieldsOf(schema);
  const required = new Set(schema.required ?? []);
  const rows = fields.map(
    ([key, value]) =>
      `| \`${key}\`${required.has(key) ? " (required)" : ""} | ${cell(typeOf(value))} | ${cell(defaultOf(value))} | ${cell(value.description ?? "")} |`,
  );
  const table = [
    `## ${titleOf(section)}\n`,
    ...(schema.description === undefined ? [] : [`${schema.description}\n`]),
    "| Field | Type | Default | Description |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
  const inner = fields.flatMap(([key, value]) => {
    const maps = mapsIn(value);
    return maps.flatMap((map) =>
      sections({
        path: path === "" ? key : `${path}.${key}`,
        schema: map,
        isAlternative: maps.length > 1,
      }),
    );
  });
  return [table, ...inner];
}

function fieldsOf(schema: JsonSchema): readonly (readonly [string, JsonSchema])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) =>
    typeof value === "object" ? [[key, value as JsonSchema] as const] : [],
  );
}

function titleOf({ path, schema, isAlternative }: Section): string {
  if (path === "") return "The file";
  const kind = constantOf(schema.properties?.kind);
  if (kind !== undefined) return `\`${path}\` of kind \`${kind}\``;
  return isAlternative ? `\`${path}\` with \`${(schema.required ?? [])[0]}\`` : `\`${path}\``;
}

/** The maps with fields of their own that a field's value can be or hold. */
function mapsIn(schema: JsonSchema): readonly JsonSchema[] {
  if (schema.properties !== undefined) return [schema];
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), schema.items];
  return inner.flatMap((each) =>
    typeof each === "object" && !Array.isArray(each) ? mapsIn(each as JsonSchema) : [],
  );
}

function typeOf(schema: JsonSchema): string {
  const constant = constantOf(schema);
  if (constant !== undefined) return `\`${constant}\``;
  if (schema.enum !== undefined) return schema.enum.map((each) => `\`${each}\``).join(", ");
  const branches = (schema.anyOf ?? schema.oneOf ?? []).flatMap((each) =>
    typeof each === "object" ? [each as JsonSchema] : [],
  );
  if (branches.length > 0) return [...new Set(branches.map(typeOf))].join(" or ");
  if (schema.type === "array") return `list of ${itemType(schema.items)}`;
  if (schema.type === "object") return schema.properties === undefined ? "map of texts" : "map";
  if (Array.isArray(schema.type)) return "text";
  return `${TYPE_WORDS[schema.type ?? ""] ?? "value"}${limits(schema)}`;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  boolean: "true or false",
  integer: "whole number",
  number: "number",
  string: "text",
};

function itemType(items: JsonSchema["items"]): string {
  return typeof items === "object" && !Array.isArray(items) ? typeOf(items as JsonSchema) : "values";
}

function limits({ minimum, exclusiveMinimum, maximum }: JsonSchema): string {
  const least = exclusiveMinimum === undefined ? minimum : `more than ${exclusiveMinimum}`;
  const most = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (least === undefined && most === undefined) return "";
  if (most === undefined) return exclusiveMinimum === undefined ? `, at least ${least}` : `, ${least}`;
  return least === undefined ? `, at most ${most}` : `, ${least} to ${most}`;
}

function constantOf(schema: unknown): string | undefined {
  return typeof schema === "object" && schema !== null && "const" in schema
    ? String(schema.const)
    : undefined;
}

function defaultOf(schema: JsonSchema): string {
  return schema.default === undefined ? "" : `\`${JSON.stringify(schema.default)}\``;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
