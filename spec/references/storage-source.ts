import { formatPath } from "../path.ts";
import type { Rule } from "./rule.ts";

/** File systems are filled from buckets; one file system is not filled from another. */
export const storageSource: Rule = {
  code: "source-not-object-storage",
  severity: "error",
  title: "A storage's source is object storage.",
  source: "https://docs.aws.amazon.com/fsx/latest/LustreGuide/fsx-data-repositories.html",
  violations: ({ storage }) =>
    (storage ?? []).flatMap((each, index) => {
      if (each === undefined || !("source" in each) || each.source === undefined) return [];
      const source = (storage ?? []).find((other) => other?.name === each.source);
      if (source?.kind === undefined || source.kind === "object") return [];
      const path = ["storage", index, "source"];
      const buckets = (storage ?? []).flatMap((other) =>
        other?.kind === "object" && other.name !== undefined ? [other.name] : [],
      );
      return [
        {
          path,
          message: `${formatPath(path)} is ${each.source}, which is of kind ${source.kind}.`,
          got: each.source,
          allowed: buckets,
          hint:
            buckets.length > 0
              ? `Object storage here: ${buckets.join(", ")}.`
              : "Add storage of kind object and name it here.",
        },
      ];
    }),
};
