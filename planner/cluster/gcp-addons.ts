import type { AddonPlan } from "../plan/cluster.ts";
import type { GcpClusterPlan } from "../plan/gcp.ts";
import type { StoragePlan } from "../plan/storage.ts";

type Switches = GcpClusterPlan["addons"];

/** Which of GKE's own drivers an environment needs. */
export function gkeSwitches(storage: readonly StoragePlan[]): Switches {
  const has = (product: StoragePlan["product"]): boolean => storage.some((each) => each.product === product);
  return {
    gcsFuseCsi: has("gcs"),
    lustreCsi: has("managed-lustre"),
    legacyLustrePort: storage.some((each) => each.product === "managed-lustre" && each.port === 6988),
    filestoreCsi: has("filestore"),
    persistentDiskCsi: true,
    dnsCache: true,
    configConnector: false,
  };
}

interface Described {
  readonly name: string;
  readonly on: (switches: Switches) => boolean;
  readonly reason: string;
  readonly source: string;
}

const DRIVERS: readonly Described[] = [
  {
    name: "gcs-fuse-csi",
    on: ({ gcsFuseCsi }) => gcsFuseCsi,
    reason: "Mounts buckets, with a cache on the node's own disks.",
    source: "https://cloud.google.com/kubernetes-engine/docs/how-to/cloud-storage-fuse-csi-driver-setup",
  },
  {
    name: "managed-lustre-csi",
    on: ({ lustreCsi }) => lustreCsi,
    reason: "Mounts the Lustre file system.",
    source: "https://cloud.google.com/kubernetes-engine/docs/concepts/managed-lustre",
  },
  {
    name: "filestore-csi",
    on: ({ filestoreCsi }) => filestoreCsi,
    reason: "Mounts the shared file system.",
    source: "https://cloud.google.com/kubernetes-engine/docs/how-to/persistent-volumes/filestore-csi-driver",
  },
  {
    name: "persistent-disk-csi",
    on: () => true,
    reason: "Gives pods disks of their own.",
    source: "https://cloud.google.com/kubernetes-engine/docs/how-to/persistent-volumes/gce-pd-csi-driver",
  },
  {
    name: "node-local-dns",
    on: () => true,
    reason: "Resolves names on the node itself: large jobs ask for them all at once.",
    source: "https://cloud.google.com/kubernetes-engine/docs/how-to/nodelocal-dns-cache",
  },
];

/** GKE's own drivers: their version is the cluster's. */
export function gkeAddons(switches: Switches): AddonPlan[] {
  return DRIVERS.filter(({ on }) => on(switches)).map(
    ({ name, reason, source }): AddonPlan => ({
      name,
      version: null,
      namespace: "kube-system",
      serviceAccount: null,
      managedPolicies: [],
      configuration: null,
      needsNodes: false,
      reason,
      source,
    }),
  );
}
