import type { CloudName } from "../../catalog/types.ts";
import type { ClusterPlan } from "./cluster.ts";
import type { CostPlan, EnergyPlan, QuotaPlan, TimelinePlan } from "./figures.ts";
import type { GuardrailsPlan } from "./guardrails.ts";
import type { NetworkPlan } from "./network.ts";
import type { PoolPlan, SystemPoolPlan } from "./pool.ts";
import type { StoragePlan } from "./storage.ts";
import type { WorkloadPlan } from "./workload.ts";

/**
 * Every decision about an environment: plain, frozen, JSON-serialisable. Constructs transcribe it; it is saved beside
 * every synthesis as the audit record. Units are in the names; `null` is unknown or not applicable.
 */
export interface EnvironmentPlan {
  readonly planVersion: 1;
  readonly name: string;
  readonly cloud: CloudName;
  readonly account: string | null;
  readonly region: string;
  /** Zones in use (AWS: zone ids). */
  readonly zones: readonly string[];
  readonly zonesReason: string;
  readonly owner: string | null;
  /** The `now` that the plan was made with. */
  readonly plannedAt: string;
  readonly network: NetworkPlan;
  readonly cluster: ClusterPlan;
  readonly pools: readonly PoolPlan[];
  readonly systemPools: readonly SystemPoolPlan[];
  readonly storage: readonly StoragePlan[];
  readonly workloads: readonly WorkloadPlan[];
  readonly guardrails: GuardrailsPlan;
  readonly cost: CostPlan;
  readonly energy: EnergyPlan;
  readonly quota: readonly QuotaPlan[];
  readonly timeline: TimelinePlan;
}
