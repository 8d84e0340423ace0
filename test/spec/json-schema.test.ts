import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { environmentFileDocs } from "../../spec/docs.ts";
import { environmentJsonSchema, environmentJsonSchemaText, type JsonSchema } from "../../spec/json-schema.ts";

interface Field {
  readonly path: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
}

const schema = environmentJsonSchema();
const fields = fieldsOf(schema, "");

describe("the JSON Schema for editors", () => {
  it("is the committed one: `npm run generate` writes it", () => {
    const committed = readFileSync(new URL("../../spec/environment.schema.json", import.meta.url), "utf8");
    expect(committed).toBe(environmentJsonSchemaText());
  });

  it("is of draft 7", () => {
    expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
  });

  it("has more than a hundred fields, each with a description", () => {
    expect(fields.length).toBeGreaterThan(100);
    expect(fields.filter((field) => !field.schema.description).map(({ path }) => path)).toEqual([]);
  });

  it("tells the default of every field that can be left out, as a value or in words", () => {
    const silent = fields.filter(
      (field) =>
        !field.isRequired &&
        field.schema.default === undefined &&
        !field.schema.description?.includes("Default:"),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it("refuses unknown keys everywhere", () => {
    const open = fields.filter(
      (field) => field.schema.properties !== undefined && field.schema.additionalProperties !== false,
    );
    expect(open.map(({ path }) => path)).toEqual([]);
    expect(schema.additionalProperties).toBe(false);
  });

  it("requires name, cloud and region alone", () => {
    expect(schema.required).toEqual(["name", "cloud", "region"]);
  });

  it("lets editors accept what the loader takes as it is written", () => {
    expect(fields.find(({ path }) => path === "account")?.schema.type).toEqual(["string", "number"]);
  });
});

describe("the page about the environment file", () => {
  const page = environmentFileDocs();

  it("is the committed one: `npm run generate` writes it", () => {
    const committed = readFileSync(new URL("../../docs/environment-file.md", import.meta.url), "utf8");
    expect(committed).toBe(page);
  });

  it("has a row for every field", () => {
    const names = new Set(fields.map(({ path }) => path.replace(/^.*[.\]]/, "")));
    for (const name of names) expect(page).toContain(`| \`${name}\``);
  });

  it("has every heading once", () => {
    const headings = page.split("\n").filter((line) => line.startsWith("#"));
    expect(headings).toEqual([...new Set(headings)]);
  });

  it("has tables whose rows have four cells", () => {
    const rows = page.split("\n").filter((line) => line.startsWith("|"));
    for (const row of rows) expect(row.replaceAll("\\|", "").split("|"), row).toHaveLength(6);
  });
});

function fieldsOf(map: JsonSchema, path: string): readonly Field[] {
  const required = new Set(map.required ?? []);
  return Object.entries(map.properties ?? {}).flatMap(([key, value]) => {
    const inner = path === "" ? key : `${path}.${key}`;
    const field = value as JsonSchema;
    return [
      { path: inner, schema: field, isRequired: required.has(key) },
      ...mapsIn(field).flatMap((each) => fieldsOf(each, inner)),
    ];
  });
}

function mapsIn(field: JsonSchema): readonly JsonSchema[] {
  const inner = [...(field.anyOf ?? []), ...(field.oneOf ?? []), field.items].filter(
    (each) => typeof each === "object",
  ) as readonly JsonSchema[];
  return field.properties === undefined ? inner.flatMap(mapsIn) : [field];
}
