import type { Catalog } from "../../catalog/catalog.ts";
import type { ClusterPlan } from "../plan/cluster.ts";
import type { TimelinePlan } from "../plan/figures.ts";
import type { GcpNetworkPlan } from "../plan/gcp.ts";
import type { GcpStoragePlan } from "../plan/gcp-storage.ts";
import type { PoolPlan, SystemPoolPlan } from "../plan/pool.ts";
import { creationOf } from "./creation-time.ts";
import { type StackStep, schedule } from "./schedule.ts";

export interface GcpTimelineInput {
  readonly name: string;
  readonly network: GcpNetworkPlan;
  readonly cluster: ClusterPlan;
  readonly pools: readonly PoolPlan[];
  readonly systemPools: readonly SystemPoolPlan[];
  readonly storage: readonly GcpStoragePlan[];
}

/** The deployment of the two stacks: data, then cluster. Steps are the resources that decide how long it takes. */
export function planGcpTimeline(input: GcpTimelineInput, catalog: Catalog): TimelinePlan {
  const data = `${input.name}-data`;
  const cluster = `${input.name}-cluster`;
  return schedule([
    { stack: data, dependsOn: [], steps: dataSteps(data, input, catalog) },
    { stack: cluster, dependsOn: [data], steps: clusterSteps(cluster, input, catalog) },
  ]);
}

function dataSteps(stack: string, input: GcpTimelineInput, catalog: Catalog): StackStep[] {
  const { network } = input;
  const vpc = `${stack}/network`;
  const peering = `${stack}/private-services`;
  const own: StackStep[] =
    network.existing === null
      ? [
          { id: vpc, ...creationOf(catalog, "gcp:compute/network:Network"), after: [] },
          {
            id: `${stack}/subnet-nodes`,
            ...creationOf(catalog, "gcp:compute/subnetwork:Subnetwork"),
            after: [vpc],
          },
          { id: `${stack}/nat`, ...creationOf(catalog, "gcp:compute/routerNat:RouterNat"), after: [vpc] },
        ]
      : [];
  const fabric = network.fabric.flatMap((each): StackStep[] => {
    const id = `${stack}/fabric-${each.id}`;
    return [
      { id, ...creationOf(catalog, "gcp:compute/network:Network"), after: [] },
      ...each.subnets.map((subnet) => ({
        id: `${stack}/fabric-subnet-${subnet.id}`,
        ...creationOf(catalog, "gcp:compute/subnetwork:Subnetwork"),
        after: [id],
      })),
    ];
  });
  const peered: StackStep[] =
    network.privateServices === null
      ? []
      : [
          {
            id: peering,
            ...creationOf(catalog, "gcp:servicenetworking/connection:Connection"),
            after: own.length === 0 ? [] : [vpc],
          },
        ];
  return [...own, ...fabric, ...peered, ...storageSteps(stack, peering, input, catalog)];
}

const STORAGE_TYPES: Readonly<Record<GcpStoragePlan["product"], string | undefined>> = {
  gcs: "gcp:storage/bucket:Bucket",
  "managed-lustre": "gcp:lustre/instance:Instance",
  filestore: "gcp:filestore/instance:Instance",
  "hyperdisk-ml": undefined,
};

function storageSteps(
  stack: string,
  peering: string,
  { storage }: GcpTimelineInput,
  catalog: Catalog,
): StackStep[] {
  return storage.flatMap(({ name, product, existing }): StackStep[] => {
    const type = STORAGE_TYPES[product];
    if (existing !== null || type === undefined) return [];
    return [
      {
        id: `${stack}/storage-${name}`,
        ...creationOf(catalog, type),
        after: product === "gcs" ? [] : [peering],
      },
    ];
  });
}

function clusterSteps(stack: string, input: GcpTimelineInput, catalog: Catalog): StackStep[] {
  const { cluster, pools, systemPools } = input;
  const id = `${stack}/cluster`;
  const control: StackStep[] =
    cluster.existing === null
      ? [{ id, ...creationOf(catalog, "gcp:container/cluster:Cluster"), after: [] }]
      : [];
  const after = control.map((step) => step.id);
  const names = [
    ...systemPools.map(({ name, gcp }) => gcp?.nodePool ?? name),
    ...pools.flatMap(({ options }) =>
      options.flatMap(({ gcp }) => (gcp?.nodePools ?? []).map((nodePool) => nodePool.id)),
    ),
  ];
  return [
    ...control,
    ...names.map((name) => ({
      id: `${stack}/node-pool-${name}`,
      ...creationOf(catalog, "gcp:container/nodePool:NodePool"),
      after,
    })),
  ];
}
