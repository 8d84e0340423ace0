import { nearestNameHint } from "../../../spec/nearest-name.ts";
import type { Check } from "../../check.ts";

export const wordUnknown: Check = {
  code: "word-unknown",
  severity: "error",
  title: "A word of a closed vocabulary is one that the cloud knows.",
  source:
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
  *violations(facts) {
    for (const { at, name, property, value, allowed } of facts.strangeWords) {
      yield {
        path: at,
        message: `${name}: ${property} is "${value}", which the cloud does not know.`,
        got: value,
        allowed,
        hint: nearestNameHint(value, allowed) ?? `Use one of ${allowed.join(", ")}.`,
      };
    }
  },
};
