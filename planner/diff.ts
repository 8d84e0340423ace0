/** A place where two plans differ; `undefined` where one of them has nothing there. */
export interface PlanChange {
  /** Keys from the root; members of a list that have a name or an id are named by it. */
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What changes from one plan to another, in the order of the plans. Lists of named things are compared by name, so that
 * a pool in front of another does not change the other. Lists of plain values are compared as a whole.
 */
export function diffPlans(before: unknown, after: unknown): PlanChange[] {
  return changes([], before, after);
}

function changes(path: readonly string[], before: unknown, after: unknown): PlanChange[] {
  if (Object.is(before, after)) return [];
  const children = commonChildren(before, after);
  if (children === undefined) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
  }
  const keys = new Set([...children.before.keys(), ...children.after.keys()]);
  return [...keys].flatMap((key) =>
    changes([...path, key], children.before.get(key), children.after.get(key)),
  );
}

type Children = ReadonlyMap<string, unknown>;

function commonChildren(before: unknown, after: unknown): { before: Children; after: Children } | undefined {
  const first = childrenOf(before);
  const second = childrenOf(after);
  return first === undefined || second === undefined ? undefined : { before: first, after: second };
}

/** The parts of a value that can be told apart; `undefined` for a plain value or a list of unnamed ones. */
function childrenOf(value: unknown): Children | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const named = value.map((each) => [nameOf(each), each] as const);
  const names = new Set(named.map(([name]) => name));
  if (names.has(undefined) || names.size !== named.length) return undefined;
  return new Map(named.map(([name, each]) => [name ?? "", each]));
}

function nameOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const key of ["id", "name", "pool", "principal", "service"] as const) {
    const name: unknown = Reflect.get(value, key);
    if (typeof name === "string") return name;
  }
  return undefined;
}
