import type { Check } from "../../check.ts";

export const updateRange: Check = {
  code: "update-range",
  severity: "error",
  title: "An update takes away at least one node, or 1 to 100 percent.",
  source: "https://docs.aws.amazon.com/eks/latest/APIReference/API_NodegroupUpdateConfig.html",
  *violations(facts) {
    for (const { at, name, update } of facts.nodeGroups) {
      const { maxUnavailable: nodes, maxUnavailablePercentage: percent } = update ?? {};
      const nodesWrong = nodes !== undefined && nodes < 1;
      const percentWrong = percent !== undefined && (percent < 1 || percent > 100);
      if (!nodesWrong && !percentWrong) continue;
      yield {
        path: at,
        message: nodesWrong
          ? `${name}: an update that may take ${nodes} nodes at once can never begin.`
          : `${name}: an update takes ${percent} percent of the nodes at once.`,
        got: nodesWrong ? nodes : percent,
        allowed: nodesWrong ? "1 or more" : "1 to 100",
        hint: "Set MaxUnavailable to 1.",
      };
    }
  },
};
