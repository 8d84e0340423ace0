import { output } from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { Guardrails } from "../../../constructs/gcp/guardrails.ts";
import { Schedules } from "../../../constructs/gcp/schedules.ts";
import { plan } from "./fixtures/plans.ts";
import { recorded } from "./recorded.ts";

const { guardrails } = plan;
const project = {
  id: output("my-project"),
  number: output("123456789012"),
  billingAccount: output("ABCDEF-ABCDEF-ABCDEF"),
};

const watch = (budget = guardrails.budget) =>
  recorded(
    () =>
      new Guardrails("guardrails", {
        environment: "assistant",
        project,
        plan: { ...guardrails, budget },
        labels: guardrails.gcp?.labels ?? {},
      }),
  );

test("the budget counts what carries the environment's label", async () => {
  expect((await watch()).inputs("guardrails-budget")).toMatchObject({
    billingAccount: "ABCDEF-ABCDEF-ABCDEF",
    amount: { specifiedAmount: { currencyCode: "USD", units: "220000", nanos: 500_000_000 } },
    budgetFilter: {
      projects: ["projects/123456789012"],
      labels: { "engineroom-environment": "assistant" },
      calendarPeriod: "MONTH",
    },
    thresholdRules: [{ thresholdPercent: 0.5 }, { thresholdPercent: 1 }],
  });
});

test("the owner is alerted", async () => {
  expect((await watch()).inputs("guardrails-alerts")).toMatchObject({
    type: "email",
    labels: { email_address: "ml-platform@example.com" },
  });
});

test("no budget creates nothing", async () => {
  expect((await watch(null)).all).toHaveLength(1);
});

const schedule = () =>
  recorded(
    () =>
      new Schedules("schedules", {
        environment: "assistant",
        region: "us-central1",
        project: "my-project",
        clusterId: "projects/my-project/locations/us-central1/clusters/assistant",
        calls: guardrails.gcp?.scheduledCalls ?? [],
        permissions: guardrails.gcp?.schedulerPermissions ?? [],
        after: [],
      }),
  );

test("expiry sets a pool to zero by a call of GKE's own API", async () => {
  const job = (await schedule()).inputs("schedules-train-reservation-expire");
  expect(job).toMatchObject({
    schedule: "0 12 12 3 *",
    timeZone: "Etc/UTC",
    httpTarget: {
      uri: "https://container.googleapis.com/v1/projects/my-project/locations/us-central1/clusters/assistant/nodePools/train-reservation:setSize",
      httpMethod: "POST",
      body: Buffer.from('{"nodeCount":0}').toString("base64"),
      oauthToken: { serviceAccountEmail: "assistant-schedules@my-project.iam.gserviceaccount.com" },
    },
    retryConfig: { retryCount: 5 },
  });
});

test("the scheduler may do what the plan names and no more", async () => {
  const made = await schedule();
  expect(made.inputs("schedules-role").permissions).toEqual([
    "container.clusters.get",
    "container.clusters.update",
  ]);
  expect(made.inputs("schedules-grant").role).toBe("projects/my-project/roles/assistant_schedules");
});
