import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Source, SourceId } from "./types.ts";

/** One family of facts. Rows name their sources by key of `sources`. */
export interface DataFile<Row> {
  /** ISO date on which the file was last written. */
  readonly generated: string;
  readonly sources: Readonly<Record<SourceId, Source>>;
  readonly rows: readonly Row[];
  /** Names that exist but lack a fact that every row must have: seen, and left out of `rows`. */
  readonly incomplete?: readonly {
    readonly name: string;
    readonly missing: readonly string[];
    readonly sources: readonly SourceId[];
  }[];
}

/** Reads `path` (relative to the catalog's data directory). A family that is not collected has no rows. */
export type ReadDataFile = <Row>(path: string) => DataFile<Row>;

const NOTHING: DataFile<never> = { generated: "", sources: {}, rows: [] };

/**
 * A reader that parses each file at most once, and only when it is asked for.
 * Throws on a file that is not JSON: the data files are part of the program.
 */
export function dataFileReader(directory: string | URL = new URL("./data/", import.meta.url)): ReadDataFile {
  const base = typeof directory === "string" ? `${directory}/` : fileURLToPath(directory);
  const parsed = new Map<string, DataFile<unknown>>();
  return <Row>(path: string): DataFile<Row> => {
    const known = parsed.get(path);
    if (known !== undefined) return known as DataFile<Row>;
    const text = textOf(base + path);
    const file: DataFile<Row> = text.trim() === "" ? NOTHING : (JSON.parse(text) as DataFile<Row>);
    parsed.set(path, file);
    return file;
  };
}

/** Empty where there is no such file: not every family is collected for every cloud. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}
