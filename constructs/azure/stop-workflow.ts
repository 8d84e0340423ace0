import { managerCall, onceWorkflow, type WorkflowTarget } from "./workflow-definition.ts";

/** Stops a cluster at a time: control plane and every node. https://learn.microsoft.com/azure/aks/start-stop-cluster */
export function stopWorkflow(at: string, target: WorkflowTarget) {
  return onceWorkflow(at, { Call: managerCall("POST", "stop", target) });
}
