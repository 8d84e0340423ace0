import type { Architecture } from "../../catalog/types.ts";
import type { AzureClusterPlan } from "./azure.ts";
import type { GcpClusterPlan } from "./gcp.ts";

/** A managed add-on with its pinned version. */
export interface AddonPlan {
  readonly name: string;
  /** Exact version; `null` lets the cloud take its default for the Kubernetes version, with a finding that says so. */
  readonly version: string | null;
  readonly namespace: string;
  /** Service account that needs cloud rights, and which: the managed policies or the inline statements' purpose. */
  readonly serviceAccount: string | null;
  readonly managedPolicies: readonly string[];
  readonly configuration: Readonly<Record<string, unknown>> | null;
  /** Whether nodes must exist before it can become healthy. */
  readonly needsNodes: boolean;
  readonly reason: string;
  readonly source: string;
}

/** A person or role with access to the cluster. */
export interface AccessPlan {
  /** `role/NAME`, `user/NAME` or an ARN, as written. */
  readonly principal: string;
  readonly level: "admin" | "user";
}

export interface QueuePlan {
  readonly name: string;
  readonly pool: string;
  readonly accelerators: number;
  readonly borrow: boolean;
  readonly preempt: boolean;
  readonly priority: number;
}

export interface ClusterPlan {
  readonly name: string;
  /** Name of an existing cluster; then it is used and never changed. */
  readonly existing: string | null;
  readonly version: string;
  readonly versionReason: string;
  readonly support: "standard" | "extended" | "unknown";
  readonly upgradePolicy: "STANDARD" | "EXTENDED";
  readonly secretsEncryption: boolean;
  readonly logTypes: readonly string[];
  readonly logRetentionDays: number;
  readonly addons: readonly AddonPlan[];
  readonly access: readonly AccessPlan[];
  readonly queues: readonly QueuePlan[];
  readonly delivery: "direct" | "gitops";
  /** Whether a node provisioner for elastic pools is needed, and its version. */
  readonly karpenter: {
    readonly version: string | null;
    readonly namespace: string;
    readonly serviceAccount: string;
  } | null;
  readonly architectures: readonly Architecture[];
  readonly azure?: AzureClusterPlan;
  readonly gcp?: GcpClusterPlan;
}
