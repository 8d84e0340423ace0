import type { Architecture, Component } from "../../catalog/types.ts";
import { withinKubernetes } from "../../checks/kubernetes-minor.ts";
import type { FindingKind } from "../../spec/finding.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import type { PlanContext } from "../context.ts";
import type { AccessPlan, AddonPlan, ClusterPlan } from "../plan/cluster.ts";
import type { PoolPlan, SystemPoolPlan } from "../plan/pool.ts";
import type { StoragePlan } from "../plan/storage.ts";
import { isManagedAddon, type NeededAddon, neededAddons } from "./aws-addons.ts";
import { decideVersion, type VersionDecision } from "./kubernetes-version.ts";
import { planQueues } from "./queues.ts";

export const addonVersionUnknown: FindingKind = {
  code: "addon-version-unknown",
  severity: "warning",
  title: "Every managed add-on has a pinned version for the Kubernetes version.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/updating-an-add-on.html",
};

export const noKubernetesVersion: FindingKind = {
  code: "no-kubernetes-version",
  severity: "error",
  title: "Some Kubernetes version is supported by the cloud, the add-ons and the node images together.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
};

export const existingClusterVersion: FindingKind = {
  code: "existing-cluster-version",
  severity: "error",
  title: "The version of an existing cluster is said: its nodes must not be newer.",
  source: "https://kubernetes.io/releases/version-skew-policy/",
};

export const existingClusterNetwork: FindingKind = {
  code: "existing-cluster-network",
  severity: "error",
  title: "Nodes of an existing cluster stand in its own network.",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html",
};

export interface ClusterInput {
  readonly environment: Environment;
  readonly pools: readonly PoolPlan[];
  readonly systemPools: readonly SystemPoolPlan[];
  readonly storage: readonly StoragePlan[];
  /** ISO time; `null` = no end. */
  readonly expiresAt: string | null;
}

/** Everything that the control plane writes: https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html */
const LOG_TYPES = ["api", "audit", "authenticator", "controllerManager", "scheduler"] as const;

/** A year, so that an incident found late can still be followed; checkov's CKV_AWS_338 asks for the same. */
const LOG_RETENTION_DAYS = 365;

/** The EKS cluster: version, add-ons, access and queues. An existing cluster keeps what it has. */
export function planAwsCluster(input: ClusterInput, context: PlanContext): ClusterPlan {
  const { environment, pools, systemPools } = input;
  const { orchestration } = environment;
  const existing = orchestration.existing ?? null;
  const addons = existing === null ? neededAddons(addonNeeds(input)) : [];
  const decision = decide(addons, input, context);
  const version = decision.version ?? newestKnown(context);
  const pinned = addons.map((addon) => pin(addon, version, context));
  reportUnpinned(pinned, version, context);
  return {
    name: existing ?? environment.name,
    existing,
    version,
    versionReason: decision.reason,
    support: decision.support,
    upgradePolicy: orchestration.extendedSupport ? "EXTENDED" : "STANDARD",
    secretsEncryption: true,
    logTypes: LOG_TYPES,
    logRetentionDays: LOG_RETENTION_DAYS,
    addons: pinned,
    access: access(environment),
    queues: planQueues(environment, pools),
    delivery: orchestration.delivery,
    karpenter: pools.some(({ provisioner }) => provisioner === "karpenter") ? karpenter(context) : null,
    architectures: architectures([...systemPools, ...pools]),
  };
}

function addonNeeds({ environment, storage }: ClusterInput) {
  const named = environment.workloads.flatMap((workload) => [
    "reads" in workload ? workload.reads : undefined,
    "writes" in workload ? workload.writes : undefined,
  ]);
  return { storage, usedByWorkloads: new Set(named.filter((name) => name !== undefined)) };
}

function decide(
  addons: readonly NeededAddon[],
  { environment, pools, systemPools, expiresAt }: ClusterInput,
  context: PlanContext,
): VersionDecision {
  const { existing, version: given } = environment.orchestration;
  const path = ["orchestration", "version"];
  if (existing !== undefined && given === undefined) {
    context.report(existingClusterVersion, {
      path,
      message: `The cluster ${existing} exists, and its Kubernetes version is not known here.`,
      got: null,
      hint: `Write its version: aws eks describe-cluster --name ${existing} --query cluster.version`,
    });
  }
  if (existing !== undefined && environment.network.existing === undefined) {
    context.report(existingClusterNetwork, {
      path: ["orchestration", "existing"],
      message: `The cluster ${existing} exists in a network of its own, and the file names none: nodes in a new one cannot join it.`,
      got: existing,
      allowed: "network.existing with the cluster's network",
      hint: `Write network.existing: aws eks describe-cluster --name ${existing} --query cluster.resourcesVpcConfig`,
    });
  }
  const components = context.catalog.components();
  const images = new Set([...pools, ...systemPools].map(({ image }) => image.type));
  const decision = decideVersion(
    {
      cloud: "aws",
      given,
      now: context.now,
      until: expiresAt === null ? null : Date.parse(expiresAt),
      components: [
        ...addons.map(({ name }) => ({
          name,
          rows: components.filter((row) => isManagedAddon(row) && row.name === name),
        })),
        ...[...images].map((type) => ({ name: type, rows: components.filter((row) => isImage(row, type)) })),
      ],
    },
    context.catalog,
  );
  if (decision.version === undefined) {
    context.report(noKubernetesVersion, {
      path,
      message:
        "No Kubernetes version in standard support is supported by every pinned add-on and node image.",
      got: null,
      allowed: context.catalog.kubernetesVersions("aws").map((row) => row.version),
      hint: "Give orchestration.version, and accept the price of extended support with orchestration.extendedSupport: true.",
    });
  }
  return decision;
}

function isImage({ cloud, kind, attributes }: Component, type: string): boolean {
  return cloud === "aws" && kind === "node-image" && attributes.amiType === type;
}

/** Stands in where no version fits: the plan then carries an error and is not built. */
function newestKnown({ catalog }: PlanContext): string {
  return catalog.kubernetesVersions("aws").at(-1)?.version ?? "unknown";
}

function pin(addon: NeededAddon, version: string, { catalog }: PlanContext): AddonPlan {
  const row = catalog
    .components()
    .find(
      (each) =>
        isManagedAddon(each) && each.name === addon.name && withinKubernetes(version, each.kubernetes),
    );
  const { serviceAccount, namespace, managedPolicies, needsNodes } = row?.attributes ?? {};
  return {
    name: addon.name,
    version: row?.version ?? null,
    namespace: typeof namespace === "string" ? namespace : "kube-system",
    serviceAccount: typeof serviceAccount === "string" ? serviceAccount : null,
    managedPolicies: Array.isArray(managedPolicies) ? managedPolicies : [],
    configuration: addon.configuration,
    needsNodes: needsNodes === true,
    reason: addon.reason,
    source: addon.source,
  };
}

function reportUnpinned(addons: readonly AddonPlan[], version: string, context: PlanContext): void {
  const names = addons.filter((addon) => addon.version === null).map(({ name }) => name);
  if (names.length === 0) return;
  context.report(addonVersionUnknown, {
    path: ["orchestration", "version"],
    message: `For Kubernetes ${version} the catalog pins no version of ${names.join(", ")}: EKS takes its defaults.`,
    got: version,
    hint: "Use a Kubernetes version that every add-on is pinned for.",
  });
}

function access({ access: { admins, users } }: Environment): AccessPlan[] {
  const chosen = new Set(admins);
  return [
    ...[...chosen].map((principal) => ({ principal, level: "admin" as const })),
    ...[...new Set(users)]
      .filter((principal) => !chosen.has(principal))
      .map((principal) => ({ principal, level: "user" as const })),
  ];
}

function karpenter({ catalog }: PlanContext): NonNullable<ClusterPlan["karpenter"]> {
  const component = catalog.component("karpenter", "aws");
  const { namespace, serviceAccount } = component?.attributes ?? {};
  return {
    version: component?.version ?? null,
    namespace: typeof namespace === "string" ? namespace : "kube-system",
    serviceAccount: typeof serviceAccount === "string" ? serviceAccount : "karpenter",
  };
}

function architectures(pools: readonly { readonly arch: Architecture }[]): Architecture[] {
  return [...new Set(pools.map(({ arch }) => arch))].sort();
}
