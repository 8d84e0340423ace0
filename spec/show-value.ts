/** Longest text of a value inside a message or a finding. */
const LONGEST = 120;

/**
 * A value as it may stand in a finding's `got`: scalars as they are (long texts cut), collections in words, so that a
 * finding is always small and always JSON.
 */
export function shownValue(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "string") return cut(value);
  if (value === undefined) return "nothing";
  if (Array.isArray(value))
    return value.length === 1 ? "a list of 1 item" : `a list of ${value.length} items`;
  if (typeof value === "object") return cut(`a map${mapKeys(value)}`);
  return `a ${typeof value}`;
}

/** A value inside a message: texts in quotes, visible even when they hold control characters. */
export function quotedValue(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(cut(value)) : String(shownValue(value));
}

function mapKeys(value: object): string {
  const keys = Object.keys(value);
  return keys.length === 0
    ? " without keys"
    : ` with ${keys.slice(0, 5).join(", ")}${keys.length > 5 ? ", …" : ""}`;
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
