import type { Accelerator, Machine } from "../../catalog/types.ts";
import type { GcpPoolPlan } from "../plan/gcp-pool.ts";

/** Accelerator types as GKE's node pools name them. https://cloud.google.com/compute/docs/gpus */
const TYPES: Readonly<Record<string, string>> = {
  "A100-40GB": "nvidia-tesla-a100",
  "A100-80GB": "nvidia-a100-80gb",
  "H100-80GB": "nvidia-h100-80gb",
  "H100-80GB-MEGA": "nvidia-h100-mega-80gb",
  "H200-141GB": "nvidia-h200-141gb",
  B200: "nvidia-b200",
  GB200: "nvidia-gb200",
  GB300: "nvidia-gb300",
  L4: "nvidia-l4",
  RTXPRO6000: "nvidia-rtx-pro-6000",
};

/** The accelerator type of a machine; `undefined` where its name is not known. */
export function acceleratorType({ acceleratorName }: Machine): string | undefined {
  return acceleratorName === null ? undefined : TYPES[acceleratorName];
}

export interface DriverChoice {
  readonly driver: NonNullable<GcpPoolPlan["accelerator"]>["driver"];
  readonly reason: string;
}

/**
 * GKE installs the driver: exactly one owner. The default of the version, except for accelerators that only newer
 * branches run. https://cloud.google.com/kubernetes-engine/docs/how-to/gpus#installing_drivers
 */
export function driverFor(accelerator: Accelerator | undefined): DriverChoice {
  const min = accelerator?.driverMajor.min ?? null;
  return min === null
    ? { driver: "DEFAULT", reason: "GKE installs the driver that is the default of its version." }
    : {
        driver: "LATEST",
        reason: `GKE installs the newest driver of its version: ${accelerator?.id ?? "the accelerator"} needs branch ${min} or newer.`,
      };
}
