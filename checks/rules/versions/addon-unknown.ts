import { nearestName } from "../../../spec/nearest-name.ts";
import type { Check } from "../../check.ts";

export const addonUnknown: Check = {
  code: "addon-unknown",
  severity: "error",
  title: "A managed add-on is one that the cloud offers.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    const known = [
      ...new Set(
        catalog
          .components()
          .filter((row) => row.kind === "managed-addon")
          .map((row) => row.name),
      ),
    ];
    for (const { at, name } of facts.addons) {
      if (known.includes(name)) continue;
      const near = nearestName(name, known);
      yield {
        severity: near === undefined ? "warning" : "error",
        path: at,
        message:
          near === undefined
            ? `The catalog has no add-on ${name}, so its versions could not be checked.`
            : `There is no add-on ${name}.`,
        got: name,
        allowed: known,
        hint:
          near === undefined ? "List them with `aws eks describe-addon-versions`." : `Did you mean ${near}?`,
      };
    }
  },
};
