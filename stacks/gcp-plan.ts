import type { EnvironmentPlan } from "../planner/plan/environment.ts";
import type {
  GcpClusterPlan,
  GcpGuardrailsPlan,
  GcpNetworkPlan,
  GcpStoragePlan,
} from "../planner/plan/gcp.ts";
import type { StoragePlan } from "../planner/plan/storage.ts";

/** The parts of a plan that only Google Cloud has. */
export interface GcpParts {
  readonly network: GcpNetworkPlan;
  readonly cluster: GcpClusterPlan;
  readonly guardrails: GcpGuardrailsPlan;
  readonly storage: readonly GcpStoragePlan[];
}

/** Throws for a plan that the planner did not make for Google Cloud: that is a bug. */
export function gcpParts({ network, cluster, guardrails, storage }: EnvironmentPlan): GcpParts {
  if (network.cloud !== "gcp" || cluster.gcp === undefined || guardrails.gcp === undefined)
    throw new Error("the plan is not one for Google Cloud");
  return { network, cluster: cluster.gcp, guardrails: guardrails.gcp, storage: storage.filter(isOnGcp) };
}

const products: ReadonlySet<string> = new Set<GcpStoragePlan["product"]>([
  "gcs",
  "managed-lustre",
  "filestore",
  "hyperdisk-ml",
]);

function isOnGcp(plan: StoragePlan): plan is GcpStoragePlan {
  return products.has(plan.product);
}
