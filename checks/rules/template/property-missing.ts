import type { Check } from "../../check.ts";

export const propertyMissing: Check = {
  code: "property-missing",
  severity: "error",
  title: "A resource has the properties that its type cannot do without.",
  source:
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
  clouds: ["aws"],
  *violations(facts) {
    for (const { at, name, kind, missing } of facts.broken) {
      if (kind !== "property") continue;
      yield {
        path: at,
        message: `${name} has no ${missing}, which its type must have.`,
        got: null,
        allowed: missing,
        hint: `Set ${missing}.`,
      };
    }
  },
};
