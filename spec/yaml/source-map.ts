import type { LineCounter } from "yaml";
import type { Path, Position } from "../finding.ts";

/** Where a value stands in the text, and what stands below it. */
export interface SourceNode {
  /** Offset of the value. */
  readonly offset: number;
  /** The text of a plain scalar, as written. */
  readonly text?: string | undefined;
  readonly children: ReadonlyMap<string | number, SourceChild>;
}

export interface SourceChild {
  /** Offset of the key; absent for an item of a list. */
  readonly keyOffset?: number | undefined;
  readonly node: SourceNode;
}

/** Finds the place of a path in the text that it was read from. */
export interface SourceMap {
  /**
   * The value, or the key when the value is a map or a list; for a path that is not in the text, the nearest ancestor
   * that is. `undefined` for a text without any value.
   */
  locate(path: Path): Position | undefined;
  /** The key of the path's last step; for a missing one the nearest ancestor. */
  locateKey(path: Path): Position | undefined;
  /** The text of the plain scalar at the path. */
  scalarText(path: Path): string | undefined;
  /** Line and column of an offset. */
  position(offset: number): Position;
}

export function sourceMap(root: SourceNode | undefined, lines: LineCounter): SourceMap {
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const steps = (path: Path): readonly SourceChild[] => {
    const found: SourceChild[] = [];
    let node = root;
    for (const step of path) {
      const child = node?.children.get(step);
      if (child === undefined) break;
      found.push(child);
      node = child.node;
    }
    return found;
  };
  const place = (path: Path, preferKey: boolean): Position | undefined => {
    const last = steps(path).at(-1);
    if (last === undefined) return root === undefined ? undefined : position(root.offset);
    const isCollection = last.node.children.size > 0;
    const offset = preferKey || isCollection ? (last.keyOffset ?? last.node.offset) : last.node.offset;
    return position(offset);
  };
  return {
    position,
    locate: (path) => place(path, false),
    locateKey: (path) => place(path, true),
    scalarText: (path) => {
      const found = steps(path);
      return found.length === path.length ? found.at(-1)?.node.text : undefined;
    },
  };
}
