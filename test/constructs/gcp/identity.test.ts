import { expect, test } from "vitest";
import { Identity } from "../../../constructs/gcp/identity.ts";
import { cluster } from "./fixtures/plans.ts";
import { recorded } from "./recorded.ts";

const create = (environment = "assistant") =>
  recorded(() => {
    const identity = new Identity("identity", {
      environment,
      project: "my-project",
      nodeRoles: ["roles/logging.logWriter"],
      access: cluster.access,
      buckets: new Map([
        ["corpus", { bucketName: "my-corpus", existing: false }],
        ["archive", { bucketName: "our-archive", existing: true }],
      ]),
    });
    identity.bindWorkload("my-project.svc.id.goog", "default", "workloads", []);
  });

test("nodes have the planned roles alone", async () => {
  expect((await create()).inputs("identity-nodes-logging.logWriter")).toEqual({
    project: "my-project",
    role: "roles/logging.logWriter",
    member: "serviceAccount:assistant-nodes@my-project.iam.gserviceaccount.com",
  });
});

test("workloads use the buckets of the environment and nothing else", async () => {
  const made = await create();
  expect(made.ofType("storage/bucketIAMMember:BucketIAMMember")).toEqual([
    {
      bucket: "my-corpus",
      role: "roles/storage.objectUser",
      member: "serviceAccount:assistant-workloads@my-project.iam.gserviceaccount.com",
    },
  ]);
});

test("an existing bucket is opened by the project, and its own rights stay as they are", async () => {
  expect((await create()).inputs("identity-bucket-archive")).toMatchObject({
    project: "my-project",
    role: "roles/storage.objectUser",
    condition: { expression: 'resource.name.startsWith("projects/_/buckets/our-archive")' },
  });
});

test("a service account of the cluster acts as the workloads' account", async () => {
  expect((await create()).inputs("identity-workload-default-workloads")).toMatchObject({
    role: "roles/iam.workloadIdentityUser",
    member: "serviceAccount:my-project.svc.id.goog[default/workloads]",
  });
});

test("admins administer and users look", async () => {
  const made = await create();
  expect(made.inputs("identity-access-group:ml@example.com")).toMatchObject({
    role: "roles/container.admin",
    member: "group:ml@example.com",
  });
  expect(made.inputs("identity-access-group:research@example.com").role).toBe("roles/container.viewer");
});

test("account ids stay within thirty characters and apart", async () => {
  const ids = (await create("an-environment-with-a-long-name"))
    .ofType("serviceaccount/account:Account")
    .map(({ accountId }) => String(accountId));
  expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(30);
  expect(new Set(ids).size).toBe(2);
});
