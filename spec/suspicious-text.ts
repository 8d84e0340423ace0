import type { FindingKind } from "./finding.ts";

/** Characters that a reader cannot see, or that change what a reader sees. */
export const hiddenCharacter: FindingKind = {
  code: "hidden-character",
  severity: "error",
  title: "A file holds no invisible, control or direction-changing characters.",
  source: "https://trojansource.codes/",
};

/** Keys that would reach into a JavaScript object's prototype. */
export const reservedKey: FindingKind = {
  code: "reserved-key",
  severity: "error",
  title: "No key is a word that programs reserve for themselves.",
  source: "https://cheatsheetseries.owasp.org/cheatsheets/Prototype_Pollution_Prevention_Cheat_Sheet.html",
};

export const reservedKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd\u{e0000}-\u{e007f}]|\p{Cs}|\r(?!\n)/u;

const SCRIPTS = ["Cyrillic", "Greek", "Armenian", "Hebrew", "Arabic", "Han", "Hiragana", "Katakana"] as const;

/** The first hidden character at or after `from`: where it stands and a name such as `U+202E`. */
export function findHiddenCharacter(
  text: string,
  from = 0,
): { readonly offset: number; readonly end: number; readonly name: string } | undefined {
  const match = HIDDEN.exec(text.slice(from));
  if (match === null) return undefined;
  const offset = from + match.index;
  return { offset, end: offset + match[0].length, name: codePointName(match[0]) };
}

/** What is strange about a name that ought to be ASCII, in words; `undefined` when it is ASCII. */
export function foreignLetterHint(text: string): string | undefined {
  const character = [...text].find((each) => each > "\u007e");
  if (character === undefined) return undefined;
  const script = SCRIPTS.find((name) => new RegExp(`\\p{Script=${name}}`, "u").test(character));
  const origin = script === undefined ? "" : `, a ${script} letter`;
  return `It contains ${JSON.stringify(character)} (${codePointName(character)}${origin}), which is not ASCII. Type the name again.`;
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
