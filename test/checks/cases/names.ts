import { good, withGroup } from "../good-facts.ts";
import type { Cases } from "./case.ts";

const bucket = (value: string) => ({ at: ["storage", 0], name: value, value, of: "bucket" as const });

export const nameCases: Cases = {
  "name-length": {
    caught: { ...good, names: [bucket("b".repeat(64))] },
    right: { ...good, names: [bucket("b".repeat(63))] },
    says: ["64", "63", "bucket"],
  },
  "name-twice": {
    caught: { ...good, names: [bucket("one"), bucket("one")] },
    right: { ...good, names: [bucket("one"), bucket("two")] },
    says: ["one", "bucket"],
  },
  "label-syntax": {
    caught: withGroup({ labels: { "example.com/team": "research & product" } }),
    right: withGroup({ labels: { "example.com/team": "" } }),
    says: ["research & product", "example.com/team"],
  },
  "label-reserved": {
    caught: withGroup({ labels: { "node-role.kubernetes.io/gpu": "true" } }),
    right: withGroup({ labels: { "node.kubernetes.io/lifecycle": "spot", "kueue.x-k8s.io/a": "b" } }),
    says: ["node-role.kubernetes.io/gpu", "reserved"],
  },
  "taint-syntax": {
    caught: withGroup({ taints: [{ key: "nvidia.com/gpu", effect: "NoScheduling" }] }),
    right: withGroup({ taints: [{ key: "nvidia.com/gpu", effect: "NoExecute" }] }),
    says: ["nvidia.com/gpu", "NoScheduling"],
  },
};
