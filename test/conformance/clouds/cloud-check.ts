import type { CloudName } from "../../../catalog/types.ts";
import type { CloudResource, Synthesized } from "./synthesized.ts";

/** Something that must hold on every cloud. */
export interface CloudCheck {
  readonly name: string;
  /** One sentence: what must hold. */
  readonly title: string;
  /** Every place where it does not hold; `null`: the example has nothing that it concerns. */
  readonly violations: (subject: Synthesized, resized: Synthesized) => readonly string[] | null;
}

/** What each cloud has of something: a regular expression on resource types. */
export type TypesOf = Readonly<Record<CloudName, RegExp>>;

export function ofTypes({ plan, resources }: Synthesized, types: TypesOf): readonly CloudResource[] {
  return resources.filter(({ type }) => types[plan.cloud].test(type));
}

export function show({ type, name }: CloudResource): string {
  return `${type} ${name}`;
}

/** The value at a path of keys, or `undefined`. */
export function valueAt({ properties }: CloudResource, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    properties,
  );
}
