import type { Component } from "../../catalog/types.ts";
import type { StoragePlan } from "../plan/storage.ts";

/** A managed add-on that an environment needs, before its version is known. */
export interface NeededAddon {
  readonly name: string;
  readonly configuration: Readonly<Record<string, unknown>> | null;
  readonly reason: string;
  readonly source: string;
}

/** What decides which add-ons are needed. */
export interface AddonNeeds {
  readonly storage: readonly StoragePlan[];
  /** Names of the storage that workloads read or write. */
  readonly usedByWorkloads: ReadonlySet<string>;
}

interface AddonRule extends NeededAddon {
  readonly when: (needs: AddonNeeds) => boolean;
}

/** The managed add-ons of an environment, in the order in which they are listed. */
export function neededAddons(needs: AddonNeeds): NeededAddon[] {
  return rules.filter(({ when }) => when(needs)).map(({ when: _, ...addon }) => addon);
}

/** Whether a row of the catalog pins an EKS add-on. */
export function isManagedAddon(component: Component): boolean {
  return component.cloud === "aws" && component.kind === "managed-addon";
}

const always = (): boolean => true;
const hasProduct =
  (product: StoragePlan["product"]) =>
  ({ storage }: AddonNeeds): boolean =>
    storage.some((each) => each.product === product);

const rules: readonly AddonRule[] = [
  {
    name: "vpc-cni",
    when: always,
    // Pods get addresses from /28 prefixes, which is what the address plan counts.
    configuration: { env: { ENABLE_PREFIX_DELEGATION: "true", WARM_PREFIX_TARGET: "1" } },
    reason: "Gives pods addresses of the network, in prefixes, so that a node's interfaces carry more pods.",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/cni-increase-ip-addresses.html",
  },
  {
    name: "kube-proxy",
    when: always,
    configuration: null,
    reason: "Carries traffic of services on every node.",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/managing-kube-proxy.html",
  },
  {
    name: "eks-pod-identity-agent",
    when: always,
    configuration: null,
    reason: "Gives pods their own role, so that no node lends its rights.",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-agent-setup.html",
  },
  {
    name: "coredns",
    when: always,
    configuration: null,
    reason: "Resolves names inside the cluster.",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/managing-coredns.html",
  },
  {
    name: "eks-node-monitoring-agent",
    when: always,
    configuration: null,
    reason: "Finds broken accelerators, disks and network, which node repair then replaces.",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/node-health-nma.html",
  },
  {
    name: "metrics-server",
    when: always,
    configuration: null,
    reason: "Serves the use of CPU and memory to autoscaling and to people.",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/metrics-server.html",
  },
  {
    name: "aws-ebs-csi-driver",
    when: always,
    configuration: null,
    reason: "Gives pods disks of their own.",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html",
  },
  {
    name: "aws-fsx-csi-driver",
    when: hasProduct("fsx-lustre"),
    configuration: null,
    reason: "Mounts the Lustre file system.",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/fsx-csi.html",
  },
  {
    name: "aws-efs-csi-driver",
    when: hasProduct("efs"),
    configuration: null,
    reason: "Mounts the EFS file system.",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/efs-csi.html",
  },
  {
    name: "aws-mountpoint-s3-csi-driver",
    when: ({ storage, usedByWorkloads }) =>
      storage.some(
        ({ kind, name }) => kind === "model-cache" || (kind === "object" && usedByWorkloads.has(name)),
      ),
    // Unlike the other drivers it leaves tainted nodes out by default, and every accelerator node has a taint.
    configuration: { node: { tolerateAllTaints: true } },
    reason: "Mounts buckets, with a cache on the node's own disks.",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/s3-csi.html",
  },
];
