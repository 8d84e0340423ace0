import { utcSeconds } from "./utc-seconds.ts";

/** What is called, and as whom: ARM ids. */
export interface WorkflowTarget {
  readonly clusterId: string;
  readonly identityId: string;
}

/** A Logic Apps action: its type, its inputs and what it runs after. */
export interface WorkflowAction {
  readonly type: "Http" | "Wait";
  readonly runAfter?: Readonly<Record<string, readonly string[]>>;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/**
 * A Logic Apps workflow that acts once at a time: the action named `Call` and those before it, tried again every ten
 * minutes for half a day while another change of the cluster is under way.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-definition-language
 */
export function onceWorkflow(at: string, actions: Readonly<Record<"Call", WorkflowAction>>) {
  return {
    $schema:
      "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#",
    contentVersion: "1.0.0.0",
    triggers: {
      Once: {
        type: "Recurrence",
        recurrence: { frequency: "Month", interval: 12, startTime: utcSeconds(at), timeZone: "UTC" },
        // A recurrence has no end of its own: a year later it must do nothing.
        conditions: [{ expression: `@less(ticks(utcNow()), ticks('${dayAfter(at)}'))` }],
      },
    },
    actions: {
      Done: {
        type: "Until",
        expression: "@lessOrEquals(coalesce(outputs('Call')?['statusCode'], 500), 299)",
        limit: { count: 60, timeout: "PT12H" },
        actions: {
          ...actions,
          Wait: {
            type: "Wait",
            runAfter: { Call: ["Failed", "Skipped", "TimedOut"] },
            inputs: { interval: { unit: "Minute", count: 10 } },
          },
        },
      },
    },
    outputs: {},
  };
}

/** A call of the resource manager for the cluster or what is below it, with a managed identity. */
export function managerCall(
  method: "GET" | "POST" | "PUT",
  path: string,
  { clusterId, identityId }: WorkflowTarget,
): WorkflowAction {
  return {
    type: "Http",
    inputs: {
      method,
      uri: `https://management.azure.com${clusterId}/${path}?api-version=${apiVersion}`,
      authentication: {
        type: "ManagedServiceIdentity",
        identity: identityId,
        audience: "https://management.azure.com/",
      },
    },
  };
}

/** Version of the resource manager's API for AKS. */
const apiVersion = "2025-09-01";

function dayAfter(at: string): string {
  return utcSeconds(new Date(Date.parse(at) + 86_400_000).toISOString());
}
