import { type Finding, finding, type Path } from "../finding.ts";
import { formatPath } from "../path.ts";
import { findHiddenCharacter, hiddenCharacter, reservedKey, reservedKeys } from "../suspicious-text.ts";
import { reservedKeyOccurrence } from "../yaml/convert-nodes.ts";
import { nestedTooDeep } from "../yaml/yaml-finding-kinds.ts";

const DEEPEST = 32;

/**
 * What is wrong with data whatever it means: reserved keys, hidden characters, and nesting without end. Shared parts are
 * looked at once.
 */
export function inspectValue(value: unknown): readonly Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<object>();
  const ancestors = new Set<object>();
  const visit = (inner: unknown, path: Path): void => {
    if (typeof inner === "string") findings.push(...hiddenIn(inner, path));
    if (typeof inner !== "object" || inner === null) return;
    if (path.length > DEEPEST || ancestors.has(inner)) {
      if (!findings.some(({ code }) => code === nestedTooDeep.code)) findings.push(tooDeep(path));
      return;
    }
    if (seen.has(inner)) return;
    seen.add(inner);
    ancestors.add(inner);
    for (const [key, child] of Object.entries(inner)) visitChild(inner, key, child, path);
    ancestors.delete(inner);
  };
  const visitChild = (parent: object, key: string, child: unknown, path: Path): void => {
    const isList = Array.isArray(parent);
    const at = [...path, isList ? Number(key) : key];
    if (reservedKeys.has(key)) {
      findings.push(finding(reservedKey, reservedKeyOccurrence(at)));
      return;
    }
    if (!isList) findings.push(...hiddenIn(key, at));
    visit(child, at);
  };
  visit(value, []);
  return findings;
}

function hiddenIn(text: string, path: Path): readonly Finding[] {
  const hidden = findHiddenCharacter(text);
  return hidden === undefined
    ? []
    : [
        finding(hiddenCharacter, {
          path,
          message: `${formatPath(path)} holds a character that cannot be seen: ${hidden.name}.`,
          got: hidden.name,
          hint: "Delete it, or type the text again.",
        }),
      ];
}

function tooDeep(path: Path): Finding {
  return finding(nestedTooDeep, {
    path: path.slice(0, 4),
    message: `Values are nested more than ${DEEPEST} deep.`,
    allowed: `at most ${DEEPEST} levels`,
    hint: "No field of an environment lies that deep. Does a value contain itself?",
  });
}
