/** Stands for a value that only deployment knows. Not the same as `undefined`: that is a property that is not set. */
export const UNKNOWN = Symbol("known at deployment");

export type Properties = Readonly<Record<string, unknown>>;

export function isProperties(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path of keys: `undefined` where it is not set, `UNKNOWN` where something on the way is. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  let current = value;
  for (const key of keys) {
    if (current === UNKNOWN) return UNKNOWN;
    if (!isProperties(current)) return undefined;
    current = current[key];
  }
  return current;
}

/** Text, or `undefined` for what is not set or not known. */
export function text(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : undefined;
}

/** As `text`, but `null` for what is known to be unset. */
export function textOrUnset(value: unknown): string | null | undefined {
  return value === undefined ? null : text(value);
}

/** A number, also where CloudFormation has it as text. */
export function number(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

export function numberOrUnset(value: unknown): number | null | undefined {
  return value === undefined ? null : number(value);
}

export function flag(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  return value === "true" ? true : value === "false" ? false : undefined;
}

export function flagOrUnset(value: unknown): boolean | null | undefined {
  return value === undefined ? null : flag(value);
}

/** Items of a list; nothing for what is no list. */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of a list; `undefined` when the list or one of its items is unknown. */
export function texts(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const all = value.map(text);
  return all.every((one) => one !== undefined) ? all : undefined;
}
