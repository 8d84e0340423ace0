import { isAlias, isMap, isPair, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { type Finding, type FindingKind, finding, type Occurrence, type Path } from "../finding.ts";
import { formatPath } from "../path.ts";
import { quotedValue } from "../show-value.ts";
import { reservedKey, reservedKeys } from "../suspicious-text.ts";
import type { SourceChild, SourceNode } from "./source-map.ts";
import { ambiguousNumber, duplicateKey, keyNotText, nestedTooDeep, yamlAlias } from "./yaml-finding-kinds.ts";

/** Deeper than any field of the schema. */
const DEEPEST = 32;
/** Values that aliases may add to those that are written out. */
const MOST_ALIASED_VALUES = 20_000;

export interface Converted {
  /** Plain data. What an alias stands for is shared, not copied. */
  readonly value: unknown;
  readonly node: SourceNode;
  /** Values in it, itself included, with aliases written out. */
  readonly size: number;
}

/** A finding and the offset that it is about. */
export interface OffsetFinding {
  readonly finding: Finding;
  readonly offset: number;
}

export interface Conversion {
  readonly root: Converted;
  readonly findings: readonly OffsetFinding[];
  /** Numbers with a leading zero: findings, unless the schema wants text there. */
  readonly leadingZeros: readonly OffsetFinding[];
}

/** Turns the nodes of a YAML document into plain data, remembering where everything stands. */
export function convertNodes(contents: unknown): Conversion {
  const converter = new NodeConverter();
  const root = converter.convert(contents, []);
  return { root, findings: converter.findings, leadingZeros: converter.leadingZeros };
}

class NodeConverter {
  readonly findings: OffsetFinding[] = [];
  readonly leadingZeros: OffsetFinding[] = [];
  readonly #anchors = new Map<string, Converted | "unfinished">();
  #aliased = 0;
  #tooDeep = false;

  convert(node: unknown, path: Path): Converted {
    if (path.length > DEEPEST) return this.#refuseDepth(node, path);
    if (isAlias(node)) return this.#convertAlias(node.source, offsetOf(node), path);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, "unfinished");
    const converted = this.#convertContent(node, path);
    if (anchor !== undefined) this.#anchors.set(anchor, converted);
    return converted;
  }

  #convertContent(node: unknown, path: Path): Converted {
    if (isMap(node)) return this.#convertMap(node, path);
    if (isSeq(node)) return this.#convertSequence(node, path);
    if (isScalar(node)) return this.#convertScalar(node, path);
    return leaf(null, offsetOf(node));
  }

  #convertScalar(node: Scalar, path: Path): Converted {
    const offset = offsetOf(node);
    const text = node.type === "PLAIN" ? node.source : undefined;
    if (typeof node.value === "number" && text !== undefined && /^[-+]?0\d/.test(text)) {
      const occurrence: Occurrence = {
        path,
        message: `${formatPath(path)} is written ${text}: ${node.value} to some readers, an octal number to others.`,
        got: text,
        allowed: "a number without leading zeros",
        hint: `Write ${node.value}.`,
      };
      this.leadingZeros.push({ offset, finding: finding(ambiguousNumber, occurrence) });
    }
    return leaf(node.value, offset, text);
  }

  #convertSequence(node: YAMLSeq, path: Path): Converted {
    const children = new Map<string | number, SourceChild>();
    const value: unknown[] = [];
    let size = 1;
    node.items.forEach((item, index) => {
      const inner = isPair(item) ? leaf(null, offsetOf(node)) : this.convert(item, [...path, index]);
      children.set(index, { node: inner.node });
      value.push(inner.value);
      size += inner.size;
    });
    return { value, size, node: { offset: offsetOf(node), children } };
  }

  #convertMap(node: YAMLMap, path: Path): Converted {
    const children = new Map<string | number, SourceChild>();
    const value: Record<string, unknown> = {};
    const keyOffsets = new Map<string, number>();
    let size = 1;
    for (const pair of node.items) {
      const keyOffset = offsetOf(pair.key) || offsetOf(node);
      const key = keyText(pair.key);
      if (key === undefined) {
        this.#report(keyNotText, keyOffset, {
          path,
          message: `A key of ${formatPath(path)} is not a word.`,
          allowed: "words as keys",
          hint: "Is a colon, a key or a pair of quotes missing?",
        });
        continue;
      }
      const inner = this.convert(pair.value, [...path, key]);
      size += inner.size;
      if (reservedKeys.has(key)) {
        this.#report(reservedKey, keyOffset, reservedKeyOccurrence([...path, key]));
      } else if (keyOffsets.has(key)) {
        this.#report(duplicateKey, keyOffset, {
          path: [...path, key],
          message: `${quotedValue(key)} stands twice in ${formatPath(path)}.`,
          got: key,
          hint: "Keep one of them.",
        });
      } else {
        keyOffsets.set(key, keyOffset);
        value[key] = inner.value;
        const node =
          inner.node.offset === 0 && keyOffset > 0 ? { ...inner.node, offset: keyOffset } : inner.node;
        children.set(key, { keyOffset, node });
      }
    }
    return { value, size, node: { offset: offsetOf(node), children } };
  }

  #convertAlias(name: string, offset: number, path: Path): Converted {
    const target = this.#anchors.get(name);
    const problem =
      target === undefined
        ? `*${name} names no anchor above it.`
        : target === "unfinished"
          ? `*${name} contains itself.`
          : this.#aliased + target.size > MOST_ALIASED_VALUES
            ? `*${name} makes the file too large: its aliases stand for more than ${MOST_ALIASED_VALUES} values.`
            : undefined;
    if (target === undefined || target === "unfinished" || problem !== undefined) {
      const isFirstExcess = this.#aliased <= MOST_ALIASED_VALUES;
      if (typeof target === "object") this.#aliased = MOST_ALIASED_VALUES + 1;
      if (typeof target !== "object" || isFirstExcess) {
        this.#report(yamlAlias, offset, {
          path,
          message: problem ?? `*${name} cannot be resolved.`,
          got: `*${name}`,
          hint: "Write the value out.",
        });
      }
      return leaf(null, offset);
    }
    this.#aliased += target.size;
    return { ...target, node: { ...target.node, offset } };
  }

  #refuseDepth(node: unknown, path: Path): Converted {
    if (!this.#tooDeep) {
      this.#tooDeep = true;
      this.#report(nestedTooDeep, offsetOf(node), {
        path: path.slice(0, 4),
        message: `Values are nested more than ${DEEPEST} deep.`,
        allowed: `at most ${DEEPEST} levels`,
        hint: "Is a bracket too many? No field of an environment lies that deep.",
      });
    }
    return leaf(null, offsetOf(node));
  }

  #report(kind: FindingKind, offset: number, occurrence: Occurrence): void {
    this.findings.push({ offset, finding: finding(kind, occurrence) });
  }
}

/** What is said of a key that programs reserve. */
export function reservedKeyOccurrence(path: Path): Occurrence {
  return {
    path,
    message: `${quotedValue(path.at(-1))} cannot be a key: programs reserve it for themselves.`,
    got: String(path.at(-1)),
    hint: "Use another word.",
  };
}

function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  if (typeof key.value === "string") return key.value;
  return key.value === null ? undefined : (key.source ?? undefined);
}

function offsetOf(node: unknown): number {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range?.[0] ?? 0) : 0;
}

function leaf(value: unknown, offset: number, text?: string): Converted {
  return { value, size: 1, node: { offset, text, children: new Map() } };
}
