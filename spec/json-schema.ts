import { z } from "zod";
import { environment } from "./schema/environment.ts";

/** A JSON Schema as plain data. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The JSON Schema of what a person writes in an environment file, for editors: draft 7, which the YAML language server
 * reads in full. Built on demand, because validation does not need it.
 */
export function environmentJsonSchema(): JsonSchema {
  return z.toJSONSchema(environment, { io: "input", reused: "inline", target: "draft-07" });
}

/** The text of `spec/environment.schema.json`. */
export function environmentJsonSchemaText(): string {
  return `${JSON.stringify(environmentJsonSchema(), undefined, 2)}\n`;
}
