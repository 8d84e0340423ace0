import type { Environment } from "../../spec/schema/environment.ts";
import type { PlanContext } from "../context.ts";
import type { GcpClusterPlan, GcpComputeClassPlan } from "../plan/gcp.ts";
import type { PoolPlan, SystemPoolPlan } from "../plan/pool.ts";
import type { StoragePlan } from "../plan/storage.ts";
import { gkeSwitches } from "./gcp-addons.ts";

export interface GcpPartInput {
  readonly environment: Environment;
  readonly version: string;
  readonly pools: readonly PoolPlan[];
  readonly systemPools: readonly SystemPoolPlan[];
  readonly storage: readonly StoragePlan[];
}

/** Metrics of GKE's own that accelerators and storage are watched with. https://cloud.google.com/kubernetes-engine/docs/how-to/configure-metrics */
const MONITORING = [
  "SYSTEM_COMPONENTS",
  "STORAGE",
  "POD",
  "DEPLOYMENT",
  "STATEFULSET",
  "DAEMONSET",
  "DCGM",
] as const;

/** What nodes may do: write logs and metrics, pull images. https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#use_least_privilege_sa */
const NODE_ROLES = [
  "roles/logging.logWriter",
  "roles/monitoring.metricWriter",
  "roles/monitoring.viewer",
  "roles/stackdriver.resourceMetadata.writer",
  "roles/artifactregistry.reader",
] as const;

/** What GKE has beside the common part of a cluster. */
export function gkePart(input: GcpPartInput, context: PlanContext): GcpClusterPlan {
  const { environment, version, pools, systemPools, storage } = input;
  const { account, gcp, orchestration, network } = environment;
  const access = pools.map((pool) => pool.gcp?.fabricAccess);
  const metal = access.includes("device-claims");
  const zones = [...systemPools, ...pools.flatMap(({ options }) => options)].flatMap((each) => each.zones);
  return {
    nodeLocations: [...new Set(systemPools[0]?.zones ?? zones.slice(0, 1))],
    channel: channelOf(gcp?.releaseChannel, orchestration.extendedSupport),
    minMasterVersion: minimumVersion(version, pools, context),
    datapath: "ADVANCED_DATAPATH",
    multiNetworking: access.includes("multi-network") || metal,
    dranet: access.includes("dranet") || metal,
    workloadPool: `${account ?? "{account}"}.svc.id.goog`,
    imageStreaming: true,
    // Bare-metal nodes cannot be shielded, and the switch is the cluster's.
    shieldedNodes: !metal,
    maintenance: maintenance(version, context),
    addons: gkeSwitches(storage),
    logging: ["SYSTEM_COMPONENTS", "WORKLOADS", "APISERVER", "SCHEDULER", "CONTROLLER_MANAGER"],
    monitoring: MONITORING,
    managedPrometheus: true,
    dnsEndpoint: { enabled: true, externalTraffic: network.api !== "private" },
    deletionProtection: false,
    computeClasses: computeClasses(pools),
    nodeRoles: NODE_ROLES,
  };
}

function channelOf(
  asked: "rapid" | "regular" | "stable" | "extended" | undefined,
  extended: boolean,
): GcpClusterPlan["channel"] {
  switch (asked) {
    case "rapid":
      return "RAPID";
    case "stable":
      return "STABLE";
    case "extended":
      return "EXTENDED";
    case "regular":
      return "REGULAR";
    case undefined:
      return extended ? "EXTENDED" : "REGULAR";
  }
}

/** The minor, or the patch of it that a fabric's software needs at least. */
function minimumVersion(version: string, pools: readonly PoolPlan[], { catalog }: PlanContext): string {
  const needed = pools.flatMap(({ gcp }) => {
    const row = gcp?.software == null ? undefined : catalog.component(gcp.software.id, "gcp");
    const minimum = row?.attributes.gkeMinimum;
    return typeof minimum === "string" && minimum.startsWith(`${version}.`) ? [minimum] : [];
  });
  return needed[0] ?? version;
}

/**
 * Upgrades of nodes and of the minor version would restart work in the middle: they wait until the version's support
 * ends, or until somebody asks for them. Patches of the control plane have a weekly window.
 * https://cloud.google.com/kubernetes-engine/docs/concepts/maintenance-windows-and-exclusions
 */
function maintenance(version: string, { catalog }: PlanContext): GcpClusterPlan["maintenance"] {
  const row = catalog.kubernetesVersions("gcp").find((each) => each.version === version);
  const since = row?.available ?? catalog.kubernetesVersions("gcp")[0]?.available ?? "2026-01-01";
  return {
    startTime: "2026-01-03T02:00:00Z",
    endTime: "2026-01-03T08:00:00Z",
    recurrence: "FREQ=WEEKLY;BYDAY=SA,SU",
    exclusions: [
      {
        name: "no-surprise-upgrades",
        startTime: `${since}T00:00:00Z`,
        endTime: null,
        scope: "NO_MINOR_OR_NODE_UPGRADES",
      },
    ],
  };
}

/** Elastic pools try their options in order. Slices cannot come and go node by node, so they stay out. */
function computeClasses(pools: readonly PoolPlan[]): readonly GcpComputeClassPlan[] {
  return pools
    .filter(({ elastic }) => elastic)
    .map((pool) => ({
      name: pool.name,
      pool: pool.name,
      priorities: pool.options.map(({ gcp }) => ({
        nodePools: (gcp?.nodePools ?? []).map(({ id }) => id),
      })),
      whenUnsatisfiable: "DoNotScaleUp",
      activeMigration: pool.options.length > 1,
    }));
}
