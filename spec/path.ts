import type { Path } from "./finding.ts";

/** A path as people write it: `pools[0].purchase[1].start`; keys with other characters than letters in brackets. */
export function formatPath(path: Path): string {
  return path.map(formatStep).join("") || "the file";
}

function formatStep(step: string | number, index: number): string {
  if (typeof step === "number") return `[${step}]`;
  if (!/^[\w-]+$/.test(step)) return `[${JSON.stringify(step)}]`;
  return index === 0 ? step : `.${step}`;
}

/** The value at a path of plain data; `undefined` when there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    value,
  );
}

/** A path as the key of a map or set. */
export function pathKey(path: Path): string {
  return JSON.stringify(path);
}

/** A copy of plain data with other values at some of its paths, given by their `pathKey`. */
export function withValuesAt(
  value: unknown,
  replacements: ReadonlyMap<string, unknown>,
  path: Path = [],
): unknown {
  const key = pathKey(path);
  if (replacements.has(key)) return replacements.get(key);
  if (Array.isArray(value)) {
    return value.map((item, index) => withValuesAt(item, replacements, [...path, index]));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([step, inner]) => [step, withValuesAt(inner, replacements, [...path, step])]),
  );
}

/** Whether `outer` is `inner` or an ancestor of it. */
export function isWithin(inner: Path, outer: Path): boolean {
  return outer.length <= inner.length && outer.every((step, index) => step === inner[index]);
}
