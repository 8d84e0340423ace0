import { good, withCluster, withGroup } from "../good-facts.ts";
import type { Cases } from "./case.ts";

const addon = (name: string, version?: string) => ({ at: ["orchestration"], name, version, cluster: "main" });

export const versionCases: Cases = {
  "kubernetes-version-unknown": {
    caught: withCluster({ version: "1.20" }),
    right: good,
    says: ["1.20"],
  },
  "kubernetes-out-of-support": {
    caught: withCluster({ version: "1.33" }),
    right: withCluster({ version: "1.33", extendedSupportAccepted: true }),
    says: ["1.33", "2026-07-29"],
  },
  "kubernetes-leaving-support": {
    caught: withCluster({ version: "1.34" }),
    right: withCluster({ version: "1.34", until: "2026-12-01T00:00:00Z" }),
    says: ["1.34", "2026-12-02", "2026-12-31"],
  },
  "kubernetes-too-old": {
    caught: withGroup({ machines: ["unwired"], kubernetesVersion: "1.32" }),
    right: withGroup({ machines: ["unwired"], kubernetesVersion: "1.33" }),
    says: ["rack-driver", "1.33 or newer", "1.32"],
  },
  "node-version-skew": {
    caught: withGroup({ kubernetesVersion: "1.36" }),
    right: withGroup({ kubernetesVersion: "1.33" }),
    says: ["1.36", "1.35"],
  },
  "addon-unknown": {
    caught: { ...good, addons: [addon("aws-fxs-csi-driver")] },
    right: { ...good, addons: [addon("aws-fsx-csi-driver")] },
    says: ["aws-fxs-csi-driver"],
  },
  "addon-twice": {
    caught: { ...good, addons: [addon("vpc-cni"), addon("vpc-cni")] },
    right: { ...good, addons: [addon("vpc-cni"), addon("coredns")] },
    says: ["vpc-cni"],
  },
  "addon-kubernetes": {
    caught: { ...good, addons: [addon("kube-proxy", "v1.0.0-old")] },
    right: { ...good, addons: [addon("kube-proxy")] },
    says: ["kube-proxy", "1.33", "1.35"],
  },
  "addon-version-syntax": {
    caught: { ...good, addons: [addon("kube-proxy", "v1.36.0-eksbuild.25")] },
    right: { ...good, addons: [addon("vpc-cni", "v1.23.1-eksbuild.1")] },
    says: ["kube-proxy", "v1.36.0-eksbuild.25", "1.35"],
  },
  "addon-architecture": {
    caught: {
      ...withGroup({ machines: ["g5g.xlarge"] }),
      addons: [{ ...addon("vpc-cni"), architectures: ["x86_64"] }],
    },
    right: { ...good, addons: [{ ...addon("vpc-cni"), architectures: ["x86_64"] }] },
    says: ["vpc-cni", "arm64", "g5g.xlarge"],
  },
};
