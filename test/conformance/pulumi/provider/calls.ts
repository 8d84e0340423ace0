/** One call that reached the recording provider. Secrets are opened; a value that is not known yet is `UNKNOWN`. */
export interface ProviderCall {
  readonly operation: "create" | "update" | "delete" | "read" | "invoke";
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Paths of the inputs that came as secrets. */
  readonly secrets: readonly string[];
}

/** What the provider should refuse: resource type → message. Read anew at every call. */
export type Refusals = Readonly<Record<string, string>>;

/** How the engine marks a secret, and a value that it does not know yet: constants of its protocol. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

type Value = unknown;

function isRecord(value: Value): value is Readonly<Record<string, Value>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value without the wrapping of secrets. */
export function openSecrets(value: Value): Value {
  if (Array.isArray(value)) return value.map(openSecrets);
  if (!isRecord(value)) return value;
  if (SIGNATURE in value) return openSecrets(value.value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, openSecrets(one)]));
}

/** Paths at which a value is secret. */
export function secretPaths(value: Value, path = ""): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => secretPaths(one, `${path}[${index}]`));
  if (!isRecord(value)) return [];
  if (SIGNATURE in value) return [path];
  return Object.entries(value).flatMap(([key, one]) =>
    secretPaths(one, path === "" ? key : `${path}.${key}`),
  );
}

/** Type and name of a resource, as its URN has them. */
export function resourceOf(urn: string): { readonly type: string; readonly name: string } {
  const [, , types = "", ...name] = urn.split("::");
  return { type: types.slice(types.lastIndexOf("$") + 1), name: name.join("::") };
}
