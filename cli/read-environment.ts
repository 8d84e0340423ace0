import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Finding } from "../spec/finding.ts";
import { type LoadedEnvironment, loadEnvironment } from "../spec/load.ts";
import { UsageError } from "./exit-codes.ts";

/**
 * Reads and validates an environment file; a policy that it names is looked for beside it.
 * Throws `UsageError` when the file itself cannot be read.
 */
export function readEnvironment(file: string): LoadedEnvironment {
  const readPolicy = (name: string): string | undefined => readText(resolve(dirname(file), name));
  const text = readText(file);
  if (text === undefined) {
    throw new UsageError(
      `cannot read ${file}: no such file. Give the path of an environment file, for example environments/start-small.yaml`,
    );
  }
  return loadEnvironment(text, { fileName: file, readPolicy });
}

/** Adds line and column to findings that point into the file. */
export function located(findings: readonly Finding[], loaded: LoadedEnvironment): Finding[] {
  return findings.map((each) => (each.line === undefined ? { ...each, ...loaded.locate(each.path) } : each));
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return undefined;
    const reason = error instanceof Error && "code" in error ? error.code : error;
    throw new UsageError(`cannot read ${file}: ${String(reason)}`);
  }
}
