import type { Environment } from "../../spec/schema/environment.ts";
import type { PlanContext } from "../context.ts";
import type { AccessPlan, ClusterPlan } from "../plan/cluster.ts";
import { type ClusterInput, existingClusterVersion, noKubernetesVersion } from "./aws.ts";
import { gkeAddons, gkeSwitches } from "./gcp-addons.ts";
import { gkePart } from "./gcp-part.ts";
import { decideVersion, type VersionDecision } from "./kubernetes-version.ts";
import { planQueues } from "./queues.ts";

/** A year, so that an incident found late can still be followed. */
const LOG_RETENTION_DAYS = 365;

/** The GKE cluster: version, channel, add-ons, access and queues. An existing cluster keeps what it has. */
export function planGcpCluster(input: ClusterInput, context: PlanContext): ClusterPlan {
  const { environment, pools, systemPools, storage } = input;
  const { orchestration, name } = environment;
  const existing = orchestration.existing ?? null;
  const decision = decide(input, context);
  const newest = context.catalog.kubernetesVersions("gcp").at(-1)?.version ?? "unknown";
  const version = decision.version ?? newest;
  const part = gkePart({ environment, version, pools, systemPools, storage }, context);
  return {
    name: existing ?? name,
    existing,
    version,
    versionReason: decision.reason,
    support: decision.support,
    upgradePolicy: orchestration.extendedSupport ? "EXTENDED" : "STANDARD",
    secretsEncryption: true,
    logTypes: part.logging,
    logRetentionDays: LOG_RETENTION_DAYS,
    addons: existing === null ? gkeAddons(gkeSwitches(storage)) : [],
    access: accessOf(environment),
    queues: planQueues(environment, pools),
    delivery: orchestration.delivery,
    karpenter: null,
    architectures: [...new Set([...systemPools, ...pools].map(({ arch }) => arch))].toSorted(),
    gcp: part,
  };
}

function decide({ environment, pools, expiresAt }: ClusterInput, context: PlanContext): VersionDecision {
  const { existing, version: given } = environment.orchestration;
  const path = ["orchestration", "version"];
  if (existing !== undefined && given === undefined) {
    context.report(existingClusterVersion, {
      path,
      message: `The cluster ${existing} exists, and its Kubernetes version is not known here.`,
      got: null,
      hint: `Write its version: gcloud container clusters describe ${existing} --format="value(currentMasterVersion)"`,
    });
  }
  const software = new Set(pools.flatMap(({ gcp }) => (gcp?.software == null ? [] : [gcp.software.id])));
  const decision = decideVersion(
    {
      cloud: "gcp",
      given,
      now: context.now,
      until: expiresAt === null ? null : Date.parse(expiresAt),
      components: [...software].map((name) => ({
        name,
        rows: context.catalog.components().filter((row) => row.cloud === "gcp" && row.name === name),
      })),
    },
    context.catalog,
  );
  if (decision.version === undefined) {
    context.report(noKubernetesVersion, {
      path,
      message: "No Kubernetes version in standard support is supported by the software of every fabric.",
      got: null,
      allowed: context.catalog.kubernetesVersions("gcp").map((row) => row.version),
      hint: "Give orchestration.version, and accept the extended channel with orchestration.extendedSupport: true.",
    });
  }
  return decision;
}

/** `user:`, `group:` and `serviceAccount:` members; an administrator is not listed a second time. */
function accessOf({ access: { admins, users } }: Environment): AccessPlan[] {
  const chosen = new Set(admins);
  const others = [...new Set(users)].filter((principal) => !chosen.has(principal));
  return [
    ...[...chosen].map((principal) => ({ principal, level: "admin" as const })),
    ...others.map((principal) => ({ principal, level: "user" as const })),
  ];
}
