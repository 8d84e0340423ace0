import { nearestNameHint } from "../../../spec/nearest-name.ts";
import type { Check } from "../../check.ts";
import { isLabelKey, isLabelValue, LABEL_SYNTAX } from "../../vocabulary/label-syntax.ts";

const EFFECTS = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

export const taintSyntax: Check = {
  code: "taint-syntax",
  severity: "error",
  title: "Node taints are valid Kubernetes taints.",
  source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_Taint.html",
  *violations(facts) {
    for (const { at, name, taints } of facts.nodeGroups) {
      for (const { key, value, effect } of taints ?? []) {
        const effectWrong = !EFFECTS.includes(effect);
        if (!effectWrong && isLabelKey(key) && isLabelValue(value ?? "")) continue;
        yield {
          path: at,
          message: effectWrong
            ? `${name}: the taint ${key} has the effect ${effect}.`
            : `${name}: "${key}=${value ?? ""}" is no valid taint.`,
          got: effectWrong ? effect : `${key}=${value ?? ""}`,
          allowed: effectWrong ? EFFECTS : LABEL_SYNTAX,
          hint: effectWrong
            ? (nearestNameHint(effect, EFFECTS) ?? "Use NoSchedule.")
            : "Write it as a label: letters, digits, -, _ and .",
        };
      }
    }
  },
};
