import type { Finding, Path } from "../finding.ts";
import { isWithin, pathKey, valueAt } from "../path.ts";
import type { Environment } from "../schema/environment.ts";
import { validateEnvironment } from "./validate-environment.ts";
import type { WrittenText } from "./written-text.ts";

/** What is left of a file without its mistakes, so that the rest can be judged before they are mended. */
export interface UnderstoodPart {
  readonly environment: Environment;
  /** Where a path of `environment` stands in the file: what was taken out of a list moves the items behind it. */
  readonly written: (path: Path) => Path;
  /** Whether something said about this place of the file may come from what was taken out. */
  readonly isTouched: (written: Path) => boolean;
}

/** Taking out a part can leave the part around it without what it needs: at most as deep as a file is nested. */
const MOST_ROUNDS = 16;

/** With more mistakes than this, what is left says little. */
const MOST_MISTAKES = 200;

/**
 * Takes every mistake out of a value: the part itself, or the part around it that cannot be without it. A wrong name is
 * replaced, because what is around it can be judged. `undefined`: too little is left.
 */
export function understoodPart(
  value: unknown,
  problems: readonly Finding[],
  writtenText: WrittenText,
): UnderstoodPart | undefined {
  if (problems.length > MOST_MISTAKES) return undefined;
  const removed = new Set<string>();
  const names = new Map<string, string>();
  const written = (path: Path): Path => writtenPath(value, path, removed);
  let mistakes: readonly Path[] = problems.map(mistakeOf);
  const all = [...mistakes];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    for (const path of mistakes) if (!takeOut(value, path, removed, names)) return undefined;
    const rest = without(value, [], removed, names);
    const { environment, findings } = validateEnvironment(rest, (path) => writtenText(written(path)));
    if (environment !== undefined) {
      const isTouched = (place: Path): boolean =>
        all.some((mistake) => isWithin(place, mistake) || isWithin(mistake, place));
      return { environment, written, isTouched };
    }
    mistakes = findings.filter(({ severity }) => severity === "error").map(({ path }) => written(path));
    all.push(...mistakes);
  }
  return undefined;
}

/** A finding about another file, the policy's, is one about the key that names it. */
function mistakeOf({ file, path }: Finding): Path {
  return file === undefined ? path : path.slice(0, 1);
}

function takeOut(value: unknown, path: Path, removed: Set<string>, names: Map<string, string>): boolean {
  if (path.length === 0) return false;
  const key = pathKey(path);
  const found = valueAt(value, path);
  if (path.at(-1) === "name" && typeof found === "string" && !names.has(key)) {
    names.set(key, standIn(found, path));
    return true;
  }
  if (found === undefined || removed.has(key) || names.has(key)) {
    return takeOut(value, path.slice(0, -1), removed, names);
  }
  removed.add(key);
  return true;
}

/** Like the name that is written, and unlike those of its neighbours. */
function standIn(name: string, path: Path): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 30)
    .replace(/-+$/, "");
  const index = path.findLast((step) => typeof step === "number");
  return `${plain === "" ? "unnamed" : plain}${index === undefined ? "" : `-${Number(index) + 1}`}`;
}

function without(
  value: unknown,
  path: Path,
  removed: ReadonlySet<string>,
  names: ReadonlyMap<string, string>,
): unknown {
  const name = names.get(pathKey(path));
  if (name !== undefined) return name;
  const isKept = (step: string | number): boolean => !removed.has(pathKey([...path, step]));
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      isKept(index) ? [without(item, [...path, index], removed, names)] : [],
    );
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isKept(key))
      .map(([key, inner]) => [key, without(inner, [...path, key], removed, names)]),
  );
}

function writtenPath(value: unknown, path: Path, removed: ReadonlySet<string>): Path {
  const place: (string | number)[] = [];
  for (const step of path) {
    const list = valueAt(value, place);
    const indices = Array.isArray(list) ? [...list.keys()] : [];
    const kept = indices.filter((index) => !removed.has(pathKey([...place, index])));
    place.push(typeof step === "number" ? (kept[step] ?? step) : step);
  }
  return place;
}
