import type { Occurrence } from "../finding.ts";
import { formatPath } from "../path.ts";
import { quotedValue } from "../show-value.ts";
import type { Rule } from "./rule.ts";

/** Letters, digits and spaces of any language, and these. */
const TAG_TEXT = /^[\p{L}\p{N}\p{Z}_.:/=+@-]*$/u;
const ALLOWED = "letters, digits, spaces and _ . : / = + - @, and no key that begins with aws:";

/** Tags that AWS would refuse on the first resource. */
export const tagSyntax: Rule = {
  code: "tag-syntax",
  severity: "error",
  title: "Tags have the form that AWS accepts.",
  source: "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html",
  violations: ({ cloud, tags }) =>
    cloud === "aws"
      ? Object.entries(tags ?? {}).flatMap(([key, value]) => tagViolations(key, value ?? ""))
      : [],
};

function tagViolations(key: string, value: string): readonly Occurrence[] {
  const path = ["tags", key];
  const about = { path, allowed: ALLOWED, hint: "Write the tag in other characters, or leave it out." };
  if (/^aws:/i.test(key)) {
    return [
      { ...about, message: `${formatPath(path)} begins with aws:, which AWS keeps for itself.`, got: key },
    ];
  }
  return [key, value]
    .filter((text) => !TAG_TEXT.test(text))
    .map((text) => ({
      ...about,
      message: `${formatPath(path)} holds ${quotedValue(text)}, which AWS refuses.`,
      got: text,
    }));
}
