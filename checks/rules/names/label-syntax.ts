import type { Check } from "../../check.ts";
import { isLabelKey, isLabelValue, LABEL_SYNTAX } from "../../vocabulary/label-syntax.ts";

export const labelSyntax: Check = {
  code: "label-syntax",
  severity: "error",
  title: "Node labels are valid Kubernetes labels.",
  source:
    "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set",
  *violations(facts) {
    for (const { at, name, labels } of facts.nodeGroups) {
      for (const [key, value] of Object.entries(labels ?? {})) {
        const keyWrong = !isLabelKey(key);
        if (!keyWrong && isLabelValue(value)) continue;
        yield {
          path: at,
          message: keyWrong
            ? `${name}: "${key}" is no valid label key.`
            : `${name}: "${value}" is no valid value of label ${key}.`,
          got: keyWrong ? key : value,
          allowed: LABEL_SYNTAX,
          hint: "Use letters, digits, -, _ and . alone, and begin and end with a letter or digit.",
        };
      }
    }
  },
};
