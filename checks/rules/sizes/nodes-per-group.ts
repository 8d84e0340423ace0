import type { Check } from "../../check.ts";

export const nodesPerGroup: Check = {
  code: "nodes-per-group",
  severity: "error",
  title: "A managed node group has no more nodes than the cloud allows.",
  source: "https://docs.aws.amazon.com/general/latest/gr/eks.html",
  clouds: ["aws"],
  *violations(facts, catalog) {
    const limit = catalog.limit("aws", "eks-nodes-per-managed-node-group");
    if (limit === undefined) return;
    for (const { at, name, provisioner, size, nodesWanted } of facts.nodeGroups) {
      const nodes = Math.max(size?.max ?? 0, nodesWanted ?? 0);
      if (provisioner !== "managed" || nodes <= limit.value) continue;
      yield {
        path: at,
        message: `${name} has up to ${nodes} nodes; a managed node group takes ${limit.value}.`,
        got: nodes,
        allowed: limit.value,
        hint: `Split the pool into ${Math.ceil(nodes / limit.value)}, or raise quota ${limit.quotaCode ?? limit.name}.`,
      };
    }
  },
};
