import { nearestNameHint } from "../../../spec/nearest-name.ts";
import type { Check } from "../../check.ts";

export const referenceMissing: Check = {
  code: "reference-missing",
  severity: "error",
  title: "A template refers to what it contains.",
  source:
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, kind, missing, candidates } of facts.broken) {
      if (kind !== "reference") continue;
      yield {
        path: at,
        message: `${name} refers to ${missing}, and the template has no such resource or parameter.`,
        got: missing,
        allowed: "a logical id or a parameter of the template",
        hint: nearestNameHint(missing, candidates) ?? "Correct the reference.",
      };
    }
  },
};
