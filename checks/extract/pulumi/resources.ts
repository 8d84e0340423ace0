import type { Path } from "../../../spec/finding.ts";
import { at, isProperties, items, type Properties, text } from "../cloudformation/values.ts";

/** A resource of a Pulumi program, as its provider gets it. */
export interface PulumiResource {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Marks secrets in what reaches a provider: the engine's own constant. */
const SECRET = "4dabf18193072939515e22adb298388d";

export function ofType(resources: readonly PulumiResource[], type: string): readonly PulumiResource[] {
  return resources.filter((one) => one.type === type);
}

/** Where a resource stands: its type and name. */
export function placeOf({ type, name }: PulumiResource): Path {
  return [type, name];
}

/** The value of an input, without the wrapping of secrets. `undefined`: not set, or known at deployment only. */
export function input({ inputs }: PulumiResource, ...keys: readonly string[]): unknown {
  return open(at(inputs, ...keys));
}

/** Items of a list input that are objects. */
export function objects(resource: PulumiResource, ...keys: readonly string[]): readonly Properties[] {
  return items(input(resource, ...keys))
    .map(open)
    .filter(isProperties);
}

export function open(value: unknown): unknown {
  return isProperties(value) && SECRET in value ? value.value : value;
}

/** Every name that other resources may refer to a resource by. */
export function handles(resource: PulumiResource): readonly string[] {
  const named = text(input(resource, "name"));
  return [resource.name, `${resource.name}-id`, ...(named === undefined ? [] : [named])];
}

/** The resource that a reference leads to: an id, a path that ends with its name, or the name itself. */
export function referred(
  resources: readonly PulumiResource[],
  reference: unknown,
): PulumiResource | undefined {
  const last = text(open(reference))?.split("/").at(-1);
  return last === undefined ? undefined : resources.find((one) => handles(one).includes(last));
}

/** A map of labels; `undefined` for what is none. */
export function labels(value: unknown): Readonly<Record<string, string>> | undefined {
  const opened = open(value);
  if (!isProperties(opened)) return undefined;
  return Object.fromEntries(Object.entries(opened).map(([key, one]) => [key, text(open(one)) ?? ""]));
}
