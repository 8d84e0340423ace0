import { z } from "zod";
import type { Path } from "../finding.ts";
import { valueAt } from "../path.ts";
import { environment as environmentSchema } from "../schema/environment.ts";
import { fieldAt } from "./schema-field.ts";

/** The text of a plain scalar as it is written in a file, before YAML made a number of it. */
export type WrittenText = (path: Path) => string | undefined;

export interface WrittenScalar {
  readonly path: Path;
  readonly text: string;
}

/** Numbers where text is wanted, and truth values in maps of texts: YAML reads `1.30` and `012` as numbers. */
export function unreadTexts(
  value: unknown,
  issues: readonly z.core.$ZodIssue[],
  writtenText: WrittenText,
): readonly WrittenScalar[] {
  return issues.flatMap((issue) => {
    if (issue.code !== "invalid_type" || issue.expected !== "string") return [];
    const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
    const got = valueAt(value, path);
    const isInTextMap = fieldAt(environmentSchema, path.slice(0, -1), value)?.schema instanceof z.ZodRecord;
    if (typeof got !== "number" && !(typeof got === "boolean" && isInTextMap)) return [];
    const text = writtenText(path);
    return text === undefined ? [] : [{ path, text }];
  });
}
