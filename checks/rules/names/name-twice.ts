import type { Check } from "../../check.ts";

export const nameTwice: Check = {
  code: "name-twice",
  severity: "error",
  title: "Two resources of a kind do not share a name.",
  source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html",
  *violations(facts) {
    const seen = new Map<string, string>();
    for (const { at, name, value, of } of facts.names) {
      const earlier = seen.get(`${of} ${value}`);
      if (earlier !== undefined) {
        yield {
          path: at,
          message: `${earlier} and ${name} would both make a ${of.replaceAll("-", " ")} called ${value}.`,
          got: value,
          allowed: "one resource for a name",
          hint: `Rename ${name}.`,
        };
      }
      seen.set(`${of} ${value}`, name);
    }
  },
};
