import type { AzureGuardrailsPlan } from "../../planner/plan/azure.ts";
import { managerCall, onceWorkflow, type WorkflowTarget } from "./workflow-definition.ts";

/** Sets an agent pool to a size at a time: reads the pool, changes its size and writes it back. */
export function resizeWorkflow(schedule: AzureGuardrailsPlan["schedules"][number], target: WorkflowTarget) {
  const path = `agentPools/${schedule.agentPool}`;
  const write = managerCall("PUT", path, target);
  const actions = {
    Read: managerCall("GET", path, target),
    Call: {
      ...write,
      runAfter: { Read: ["Succeeded"] },
      inputs: { ...write.inputs, body: { properties: `@${resized(schedule)}` } },
    },
  };
  return onceWorkflow(schedule.at, actions);
}

/** Fields of a pool that are Azure's to write, and those of its size. */
const taken = [
  "provisioningState",
  "eTag",
  "currentOrchestratorVersion",
  "nodeImageVersion",
  "count",
  "minCount",
  "maxCount",
];

/** The expression of the pool's properties at its new size. */
function resized({ min, desired, max }: AzureGuardrailsPlan["schedules"][number]): string {
  const size =
    max > min
      ? { enableAutoScaling: true, count: desired, minCount: min, maxCount: max }
      : { enableAutoScaling: false, count: desired };
  const rest = taken.reduce(
    (text, field) => `removeProperty(${text},'${field}')`,
    "body('Read')?['properties']",
  );
  return `union(${rest},json('${JSON.stringify(size)}'))`;
}
