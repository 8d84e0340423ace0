import type { Finding, Path } from "../finding.ts";
import { pathKey } from "../path.ts";
import type { Environment } from "../schema/environment.ts";

/** A value of which any part may be absent, because it was not written or was not understood. */
export type Draft<T> = T extends readonly (infer Item)[]
  ? readonly (Draft<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Draft<T[Key]> | undefined }
    : T;

/** What can be said of an environment with mistakes in it. Every environment without mistakes is one too. */
export type EnvironmentDraft = Draft<Environment>;

const LISTS = ["pools", "storage", "workloads"] as const;

/**
 * The parts of a value that its schema accepted, so that rules about the whole can be checked before every mistake is
 * mended. A list that was not written is empty; one that was not understood is `undefined`.
 */
export function draftOf(value: unknown, problems: readonly Finding[]): EnvironmentDraft {
  const broken = new Set(problems.map((each) => pathKey(each.path)));
  const kept = keep(value, [], broken);
  const draft = typeof kept === "object" && kept !== null && !Array.isArray(kept) ? kept : {};
  const written = typeof value === "object" && value !== null ? value : {};
  const absent = LISTS.filter((list) => !Object.hasOwn(written, list)).map((list) => [list, []]);
  // The schema accepted every part that is left, so that what is there has the type that it has in an environment.
  return { ...draft, ...Object.fromEntries(absent) } as EnvironmentDraft;
}

/** A name is kept even when its form is wrong: others refer to it. An item of unknown kind keeps its name alone. */
function keep(value: unknown, path: Path, broken: ReadonlySet<string>): unknown {
  const isName = path.at(-1) === "name" && typeof value === "string";
  if (broken.has(pathKey(path)) && !isName) return undefined;
  if (Array.isArray(value)) return value.map((item, index) => keep(item, [...path, index], broken));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const kept = broken.has(pathKey([...path, "kind"]))
    ? entries.filter(([key, inner]) => key === "name" && typeof inner === "string")
    : entries;
  return Object.fromEntries(kept.map(([key, inner]) => [key, keep(inner, [...path, key], broken)]));
}
