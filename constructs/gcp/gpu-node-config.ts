import type { GcpNodePoolPlan } from "../../planner/plan/gcp.ts";
import { guestAccelerators, hugePages, localSsd } from "./accelerator-settings.ts";
import type { GpuNodePoolProps, PoolPart } from "./gpu-node-pool.ts";
import { gkeTaints, type NodeConfig, nodeBasics, nodeMetadata } from "./node-pool-settings.ts";

/** A node of an accelerator pool in the words of GKE. */
export function gpuNodeConfig(
  nodePool: GcpNodePoolPlan,
  { pool, gcp }: PoolPart,
  props: GpuNodePoolProps,
): NodeConfig {
  const { plan } = props;
  return {
    ...nodeBasics(props, plan.disk),
    machineType: plan.machine,
    imageType: pool.imageType,
    labels: { ...plan.labels, ...pool.nodeLabels, ...gcp.labels },
    taints: gkeTaints([...plan.taints, ...gcp.taints]),
    metadata: { ...nodeMetadata, ...pool.metadata },
    shieldedInstanceConfig: {
      enableSecureBoot: pool.secureBoot,
      enableIntegrityMonitoring: pool.integrityMonitoring,
    },
    gvnic: { enabled: pool.gvnic },
    guestAccelerators: guestAccelerators(pool),
    ephemeralStorageLocalSsdConfig: localSsd(pool),
    linuxNodeConfig: hugePages(pool),
    spot: gcp.spot ? true : undefined,
    flexStart: gcp.flexStart ? true : undefined,
    maxRunDuration: gcp.maxRunSeconds === null ? undefined : `${gcp.maxRunSeconds}s`,
    reservationAffinity: reservation(nodePool, gcp),
  };
}

function reservation(
  { reservationValue }: GcpNodePoolPlan,
  { reservation: { type, key } }: PoolPart["gcp"],
): NodeConfig["reservationAffinity"] {
  return {
    consumeReservationType: type,
    ...(key === null ? {} : { key }),
    ...(reservationValue === null ? {} : { values: [reservationValue] }),
  };
}
