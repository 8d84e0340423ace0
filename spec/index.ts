export { defineEnvironment, type ParsedEnvironment, parseEnvironment } from "./define-environment.ts";
export { environmentFileDocs } from "./docs.ts";
export {
  type Finding,
  type FindingKind,
  finding,
  type Occurrence,
  type Path,
  type Position,
  type Severity,
} from "./finding.ts";
export { specFindingKinds } from "./finding-kinds.ts";
export { environmentJsonSchema, environmentJsonSchemaText } from "./json-schema.ts";
export { type LoadedEnvironment, type LoadOptions, loadEnvironment } from "./load.ts";
export { nearestName, nearestNameHint } from "./nearest-name.ts";
export { formatPath } from "./path.ts";
export type { Environment, EnvironmentInput } from "./schema/environment.ts";
export type { NetworkSpec } from "./schema/network.ts";
export type { OrchestrationSpec, QueueSpec } from "./schema/orchestration.ts";
export type { PolicySpec } from "./schema/policy.ts";
export type { PoolSpec, SharingSpec } from "./schema/pool.ts";
export { durationMinutes } from "./schema/primitives.ts";
export type { PurchaseSpec } from "./schema/purchase.ts";
export type { StorageSpec } from "./schema/storage.ts";
export type { WorkloadSpec } from "./schema/workload.ts";
export type { ReadPolicy } from "./validation/resolve-policy.ts";
