import type { Component } from "../../catalog/types.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import type { PlanContext } from "../context.ts";
import type { AccessPlan, ClusterPlan } from "../plan/cluster.ts";
import { type ClusterInput, existingClusterVersion, noKubernetesVersion } from "./aws.ts";
import { azureAddons } from "./azure-addons.ts";
import { azureClusterPart } from "./azure-part.ts";
import { decideVersion, type VersionDecision } from "./kubernetes-version.ts";
import { planQueues } from "./queues.ts";

/** Everything of the control plane that says who did what. https://learn.microsoft.com/azure/aks/monitor-aks-reference */
const LOG_TYPES = [
  "kube-apiserver",
  "kube-audit-admin",
  "guard",
  "kube-controller-manager",
  "kube-scheduler",
  "cluster-autoscaler",
] as const;

/** A year, so that an incident found late can still be followed. */
const LOG_RETENTION_DAYS = 365;

/** The AKS cluster: version, tier, networking, rights and queues. An existing cluster keeps what it has. */
export function planAzureCluster(input: ClusterInput, context: PlanContext): ClusterPlan {
  const { environment, pools, systemPools, storage } = input;
  const { orchestration, name } = environment;
  const existing = orchestration.existing ?? null;
  const decision = decide(input, context);
  const newest = context.catalog.kubernetesVersions("azure").at(-1)?.version ?? "unknown";
  return {
    name: existing ?? name,
    existing,
    version: decision.version ?? newest,
    versionReason: decision.reason,
    support: decision.support,
    upgradePolicy: orchestration.extendedSupport ? "EXTENDED" : "STANDARD",
    // The platform's own keys, always. https://learn.microsoft.com/azure/aks/concepts-security
    secretsEncryption: true,
    logTypes: LOG_TYPES,
    logRetentionDays: LOG_RETENTION_DAYS,
    addons: existing === null ? azureAddons(storage) : [],
    access: accessOf(environment),
    queues: planQueues(environment, pools),
    delivery: orchestration.delivery,
    karpenter: null,
    architectures: [...new Set([...systemPools, ...pools].map(({ arch }) => arch))].sort(),
    azure: azureClusterPart({ environment, pools, systemPools }, context),
  };
}

function decide(
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
      hint: `Write its version: az aks show --name ${existing} --query currentKubernetesVersion`,
    });
  }
  const images = new Set([...pools, ...systemPools].map(({ image, arch }) => `${image.type} ${arch}`));
  const components = context.catalog.components();
  const decision = decideVersion(
    {
      cloud: "azure",
      given,
      now: context.now,
      until: expiresAt === null ? null : Date.parse(expiresAt),
      components: [...images].map((image) => ({
        name: image,
        rows: components.filter((row) => imageOf(row) === image),
      })),
    },
    context.catalog,
  );
  if (decision.version === undefined) {
    context.report(noKubernetesVersion, {
      path,
      message: "No Kubernetes version in standard support is supported by every node image.",
      got: null,
      allowed: context.catalog.kubernetesVersions("azure").map((row) => row.version),
      hint: "Give orchestration.version, and accept the Premium tier with orchestration.extendedSupport: true.",
    });
  }
  return decision;
}

function imageOf({ cloud, kind, attributes }: Component): string | undefined {
  return cloud === "azure" && kind === "node-image"
    ? `${attributes.osSku} ${attributes.architecture}`
    : undefined;
}

/** Microsoft Entra groups, users and service principals; an administrator is not listed a second time. */
function accessOf({ access: { admins, users } }: Environment): AccessPlan[] {
  const chosen = new Set(admins);
  const others = [...new Set(users)].filter((principal) => !chosen.has(principal));
  return [
    ...[...chosen].map((principal) => ({ principal, level: "admin" as const })),
    ...others.map((principal) => ({ principal, level: "user" as const })),
  ];
}
