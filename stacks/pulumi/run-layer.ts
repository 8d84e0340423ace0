import type { EnvironmentPlan } from "../../planner/plan/environment.ts";
import { cloudProgram } from "./cloud-programs.ts";
import { joinedData } from "./joined-data.ts";
import type { Layer } from "./layer.ts";
import type { ClusterOutputs, DataOutputs } from "./outputs.ts";

/** Creates the resources of one layer of a plan inside a running Pulumi program; loads the SDK of its cloud alone. */
export async function runLayer(plan: EnvironmentPlan, layer: Layer): Promise<DataOutputs | ClusterOutputs> {
  const program = await cloudProgram(plan.cloud);
  if (program === undefined) throw new Error(`${plan.cloud} is not built with Pulumi`);
  switch (layer) {
    case "data":
      return program.data(plan);
    case "cluster":
      return program.cluster(plan, joinedData(plan.name));
  }
}
