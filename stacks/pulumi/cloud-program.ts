import type { EnvironmentPlan } from "../../planner/plan/environment.ts";
import type { ClusterOutputs, DataOutputs } from "./outputs.ts";
import type { Answers } from "./recorder.ts";

/** The two layers of one cloud: each creates its resources when called and gives the outputs of its stack. */
export interface CloudProgram {
  readonly data: (plan: EnvironmentPlan) => DataOutputs;
  readonly cluster: (plan: EnvironmentPlan, data: DataOutputs) => ClusterOutputs;
  /** Stand-ins for what only a deployment knows, for a synthesis without one. Default: none. */
  readonly answers?: Answers;
}
