import type { ClusterProps } from "../constructs/aws/cluster.ts";
import type { EncryptionProps } from "../constructs/aws/encryption.ts";
import type { ExpiryProps } from "../constructs/aws/expiry.ts";
import type { FabricProps } from "../constructs/aws/fabric.ts";
import type { GpuNodePoolProps } from "../constructs/aws/gpu-node-pool.ts";
import type { GuardrailsProps } from "../constructs/aws/guardrails.ts";
import type { IdentityProps } from "../constructs/aws/identity.ts";
import type { LogBucketProps } from "../constructs/aws/log-bucket.ts";
import type { NetworkProps } from "../constructs/aws/network.ts";
import type { NodeProvisionerProps } from "../constructs/aws/node-provisioner.ts";
import type { ObservabilityProps } from "../constructs/aws/observability.ts";
import type { OrchestrationProps } from "../constructs/aws/orchestration.ts";
import type { SchedulesProps } from "../constructs/aws/schedules.ts";
import type { SharedStorageProps } from "../constructs/aws/shared-storage.ts";
import type { SystemNodePoolProps } from "../constructs/aws/system-node-pool.ts";

type TransformOf<Props extends { readonly transform?: unknown }> = NonNullable<Props["transform"]>;

/** Last changes to the properties of any resource, by construct: each is called before the resource is created. */
export interface EnvironmentTransforms {
  readonly encryption?: TransformOf<EncryptionProps>;
  readonly network?: TransformOf<NetworkProps>;
  readonly fabric?: TransformOf<FabricProps>;
  readonly logBucket?: TransformOf<LogBucketProps>;
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
  readonly expiry?: TransformOf<ExpiryProps>;
}
