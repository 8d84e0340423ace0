import type { GcpPoolPlan } from "../../planner/plan/gcp.ts";
import type { NodeConfig } from "./node-pool-settings.ts";

/** The accelerators of a node with their driver, and how pods share them. */
export function guestAccelerators({ accelerator }: GcpPoolPlan): NodeConfig["guestAccelerators"] {
  if (accelerator === null) return undefined;
  const { type, count, partitionSize, sharing, driver } = accelerator;
  return [
    {
      type,
      count,
      gpuPartitionSize: partitionSize ?? undefined,
      gpuSharingConfig:
        sharing === null
          ? undefined
          : {
              gpuSharingStrategy: sharing.strategy,
              maxSharedClientsPerGpu: sharing.maxSharedClientsPerGpu,
            },
      gpuDriverInstallationConfig: { gpuDriverVersion: driver },
    },
  ];
}

/**
 * Local SSDs as ephemeral storage. A machine type that fixes their number takes 0 for all that it has.
 * https://docs.cloud.google.com/kubernetes-engine/docs/reference/rest/v1/NodeConfig#EphemeralStorageLocalSsdConfig
 */
export function localSsd({
  localSsd: { use, count },
}: GcpPoolPlan): NodeConfig["ephemeralStorageLocalSsdConfig"] {
  return use === "none" ? undefined : { localSsdCount: count ?? 0 };
}

export function hugePages({ hugepages2Mi }: GcpPoolPlan): NodeConfig["linuxNodeConfig"] {
  return hugepages2Mi === null ? undefined : { hugepagesConfig: { hugepageSize2m: hugepages2Mi } };
}
