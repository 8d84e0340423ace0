import type { ClusterProps } from "../constructs/gcp/cluster.ts";
import type { EncryptionProps } from "../constructs/gcp/encryption.ts";
import type { FabricProps } from "../constructs/gcp/fabric.ts";
import type { GpuNodePoolProps } from "../constructs/gcp/gpu-node-pool.ts";
import type { GuardrailsProps } from "../constructs/gcp/guardrails.ts";
import type { IdentityProps } from "../constructs/gcp/identity.ts";
import type { NetworkProps } from "../constructs/gcp/network.ts";
import type { NodeProvisionerProps } from "../constructs/gcp/node-provisioner.ts";
import type { ObservabilityProps } from "../constructs/gcp/observability.ts";
import type { OrchestrationProps } from "../constructs/gcp/orchestration.ts";
import type { SchedulesProps } from "../constructs/gcp/schedules.ts";
import type { SharedStorageProps } from "../constructs/gcp/shared-storage.ts";
import type { SystemNodePoolProps } from "../constructs/gcp/system-node-pool.ts";

type TransformOf<Props extends { readonly transform?: unknown }> = NonNullable<Props["transform"]>;

/** Last changes to the arguments of any resource, by construct: each is called before the resource is created. */
export interface GcpTransforms {
  readonly encryption?: TransformOf<EncryptionProps>;
  readonly network?: TransformOf<NetworkProps>;
  readonly fabric?: TransformOf<FabricProps>;
  readonly observability?: TransformOf<ObservabilityProps>;
  readonly guardrails?: TransformOf<GuardrailsProps>;
  readonly storage?: TransformOf<SharedStorageProps>;
  readonly cluster?: TransformOf<ClusterProps>;
  readonly identity?: TransformOf<IdentityProps>;
  readonly orchestration?: TransformOf<OrchestrationProps>;
  readonly systemPools?: TransformOf<SystemNodePoolProps>;
  readonly pools?: TransformOf<GpuNodePoolProps>;
  readonly provisioner?: TransformOf<NodeProvisionerProps>;
  readonly schedules?: TransformOf<SchedulesProps>;
}

/** `{ transform }`, or nothing where there is none. */
export function withTransform<Props>(
  transform: Props | undefined,
): { transform: Props } | Record<never, never> {
  return transform === undefined ? {} : { transform };
}
