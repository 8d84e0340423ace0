import type { WorkloadSpec } from "../../spec/schema/workload.ts";

/** A workload with the decisions made about it. Sizing joins it with the estimates. */
export interface WorkloadPlan {
  readonly name: string;
  readonly kind: WorkloadSpec["kind"];
  readonly pool: string | null;
  readonly nodes: number | null;
  readonly model: string | null;
  readonly reads: string | null;
  readonly writes: string | null;
  readonly queue: string | null;
  readonly after: readonly string[];
}
