import { describe, expect, test } from "vitest";
import { Guardrails } from "../../../constructs/azure/guardrails.ts";
import { Observability } from "../../../constructs/azure/observability.ts";
import { Schedules } from "../../../constructs/azure/schedules.ts";
import type { AzureGuardrailsPlan } from "../../../planner/plan/azure.ts";
import { around, guardrailsPlan, subscription } from "./fixtures/plans.ts";
import { ofType, only, recorded } from "./recorded.ts";

const plan = guardrailsPlan();
const guardrails = (changes: Parameters<typeof guardrailsPlan>[0] = {}) =>
  recorded(
    () =>
      new Guardrails("guardrails", {
        ...around,
        name: "pretrain",
        plan: guardrailsPlan(changes),
        locks: plan.azure?.locks ?? [],
        subscriptionId: subscription,
        resourceGroups: ["pretrain", "pretrain-cluster", "pretrain-nodes"],
        budgetFrom: "2027-02-01T00:00:00Z",
        dataResourceGroupId: "group-id",
        locked: [],
      }),
  );

describe("the budget", () => {
  test("counts every resource group of the environment, the nodes' among them", async () => {
    expect(only(await guardrails(), "consumption:Budget").inputs).toMatchObject({
      scope: `subscriptions/${subscription}`,
      amount: 20_000,
      timeGrain: "Monthly",
      filter: {
        dimensions: {
          name: "ResourceGroupName",
          operator: "In",
          values: ["pretrain", "pretrain-cluster", "pretrain-nodes"],
        },
      },
    });
  });

  test("alerts at each percentage", async () => {
    const { notifications } = only(await guardrails(), "consumption:Budget").inputs;
    expect(notifications).toMatchObject({
      "actual-50": { threshold: 50, enabled: true, contactEmails: ["ml@example.com"] },
      "actual-100": { threshold: 100, contactGroups: ["guardrails-alerts-id"] },
    });
  });

  test("is not made where none is asked for", async () => {
    expect(ofType(await guardrails({ budget: null }), "consumption:Budget")).toEqual([]);
  });
});

test("a lock keeps the data's group from being deleted", async () => {
  expect(only(await guardrails(), "authorization:ManagementLockByScope").inputs).toMatchObject({
    level: "CanNotDelete",
    scope: "group-id",
  });
});

test("logs stay as long as wanted", async () => {
  const props = { ...around, name: "pretrain", retentionDays: 90 };
  const workspace = only(
    await recorded(() => new Observability("logs", props)),
    "operationalinsights:Workspace",
  );
  expect(workspace.inputs).toMatchObject({ workspaceName: "pretrain-logs", retentionInDays: 90 });
});

describe("schedules", () => {
  type Schedule = AzureGuardrailsPlan["schedules"][number];
  const expiry: Schedule = {
    id: "trainod-expire",
    agentPool: "trainod",
    at: "2027-03-15T14:00:00+02:00",
    min: 0,
    desired: 0,
    max: 0,
    reason: "the environment expires",
  };
  const resourcesOf = (...schedules: Schedule[]) =>
    recorded(
      () =>
        new Schedules("schedules", {
          ...around,
          name: "pretrain",
          subscriptionId: subscription,
          clusterId: "/subscriptions/s/clusters/pretrain",
          schedules,
          stopClusterAt: null,
        }),
    );
  const definitionOf = async (schedule: Schedule): Promise<string> =>
    JSON.stringify(only(await resourcesOf(schedule), "logic:Workflow").inputs.definition);

  test("fire at their time and do nothing a year later", async () => {
    const definition = await definitionOf(expiry);
    expect(definition).toContain('"startTime":"2027-03-15T12:00:00Z"');
    expect(definition).toContain("@less(ticks(utcNow()), ticks('2027-03-16T12:00:00Z'))");
  });

  test("set the agent pool to its size through the resource manager", async () => {
    const definition = await definitionOf(expiry);
    expect(definition).toContain(
      "https://management.azure.com/subscriptions/s/clusters/pretrain/agentPools/trainod?api-version=",
    );
    expect(definition).toContain('{\\"enableAutoScaling\\":false,\\"count\\":0}');
  });

  test("raise a pool that scales itself to its bounds", async () => {
    const definition = await definitionOf({ ...expiry, id: "raise", min: 1, desired: 2, max: 8 });
    expect(definition).toContain(
      '{\\"enableAutoScaling\\":true,\\"count\\":2,\\"minCount\\":1,\\"maxCount\\":8}',
    );
  });

  test("stop the whole cluster at the end, its system pool included", async () => {
    const resources = await recorded(
      () =>
        new Schedules("schedules", {
          ...around,
          name: "pretrain",
          subscriptionId: subscription,
          clusterId: "/subscriptions/s/clusters/pretrain",
          schedules: [],
          stopClusterAt: "2027-03-15T12:30:00Z",
        }),
    );
    const { workflowName, definition } = only(resources, "logic:Workflow").inputs;
    expect(workflowName).toBe("pretrain-stop-cluster");
    expect(JSON.stringify(definition)).toContain(
      '"method":"POST","uri":"https://management.azure.com/subscriptions/s/clusters/pretrain/stop?api-version=',
    );
    expect(JSON.stringify(definition)).toContain('"startTime":"2027-03-15T12:30:00Z"');
  });

  test("may change the cluster and nothing else", async () => {
    const resources = await resourcesOf(expiry);
    const grant = only(resources, "authorization:RoleAssignment").inputs;
    expect(grant.scope).toBe("/subscriptions/s/clusters/pretrain");
    expect(String(grant.roleDefinitionId)).toContain("ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8");
    expect(only(resources, "logic:Workflow").inputs.identity).toEqual({
      type: "UserAssigned",
      userAssignedIdentities: ["schedules-identity-id"],
    });
  });
});
