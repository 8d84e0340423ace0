import { formatPath } from "../path.ts";
import { modelFrom } from "./references-in-file.ts";
import type { Rule } from "./rule.ts";

const PRODUCERS: ReadonlySet<string> = new Set(["training", "fine-tuning"]);

/** Only training and fine-tuning leave a model behind. */
export const modelSource: Rule = {
  code: "model-from-no-training",
  severity: "error",
  title: "model.from names a workload that produces a model.",
  source: "docs/environment-file.md",
  violations: (draft) =>
    (draft.workloads ?? []).flatMap((workload, index) => {
      const from = workload === undefined ? undefined : modelFrom(workload);
      const source = (draft.workloads ?? []).find((each) => each?.name === from);
      if (from === undefined || source?.kind === undefined || PRODUCERS.has(source.kind)) return [];
      const path = ["workloads", index, "model", "from"];
      const producers = (draft.workloads ?? []).flatMap((each) =>
        each?.kind !== undefined && each.name !== undefined && PRODUCERS.has(each.kind) ? [each.name] : [],
      );
      return [
        {
          path,
          message: `${formatPath(path)} is ${from}, a workload of kind ${source.kind}: it produces no model.`,
          got: from,
          allowed: producers,
          hint:
            producers.length > 0
              ? `These produce one: ${producers.join(", ")}.`
              : "Name a catalog model, or add a training or fine-tuning workload.",
        },
      ];
    }),
};
