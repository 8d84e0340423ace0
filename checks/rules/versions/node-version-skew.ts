import type { Check } from "../../check.ts";
import { kubernetesMinor } from "../../kubernetes-minor.ts";

const OLDEST_KUBELET = 3;

export const nodeVersionSkew: Check = {
  code: "node-version-skew",
  severity: "error",
  title: "Nodes are not newer than their control plane, and at most three minor versions older.",
  source: "https://kubernetes.io/releases/version-skew-policy/",
  *violations(facts) {
    for (const group of facts.nodeGroups) {
      const cluster = facts.clusters.find((one) => one.id !== undefined && one.id === group.cluster);
      const nodes = kubernetesMinor(group.kubernetesVersion ?? "");
      const control = kubernetesMinor(cluster?.version ?? "");
      if (nodes === undefined || control === undefined) continue;
      if (nodes <= control && nodes >= control - OLDEST_KUBELET) continue;
      yield {
        path: group.at,
        message: `${group.name} runs Kubernetes ${group.kubernetesVersion}, and its control plane ${cluster?.version}.`,
        got: group.kubernetesVersion,
        allowed: `1.${control - OLDEST_KUBELET} to 1.${control}`,
        hint: "Leave the version out of the node group: it then follows the cluster.",
      };
    }
  },
};
