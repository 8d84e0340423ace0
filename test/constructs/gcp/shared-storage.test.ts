import { describe, expect, test } from "vitest";
import { SharedStorage } from "../../../constructs/gcp/shared-storage.ts";
import type { GcpStoragePlan } from "../../../planner/plan/gcp.ts";
import { storage } from "./fixtures/plans.ts";
import { recorded } from "./recorded.ts";

const create = (plans: readonly GcpStoragePlan[] = storage) =>
  recorded(
    () =>
      new SharedStorage("storage", {
        environment: "assistant",
        region: "us-central1",
        project: "my-project",
        networkId: "network-id",
        keyId: "key-id",
        keyGrants: [],
        peering: [],
        labels: { "engineroom-environment": "assistant" },
        plans,
      }),
  );

describe("a bucket", () => {
  const bucket = async () => (await create()).inputs("storage-corpus-bucket");

  test("has the planned name with the project in it", async () => {
    expect((await bucket()).name).toBe("my-project-assistant-corpus");
  });

  test("lets nobody outside in", async () => {
    expect(await bucket()).toMatchObject({
      uniformBucketLevelAccess: true,
      publicAccessPrevention: "enforced",
      forceDestroy: false,
    });
  });

  test("is encrypted with the environment's key", async () => {
    expect((await bucket()).encryption).toEqual({ defaultKmsKeyName: "key-id" });
  });

  test("has folders as such, no versions, and keeps deleted objects a week", async () => {
    expect(await bucket()).toMatchObject({
      hierarchicalNamespace: { enabled: true },
      versioning: { enabled: false },
      softDeletePolicy: { retentionDurationSeconds: 604_800 },
    });
  });

  test("has a cache in the accelerators' zone", async () => {
    expect((await create()).inputs("storage-corpus-cache-us-central1-b")).toMatchObject({
      zone: "us-central1-b",
      ttl: "86400s",
    });
  });

  test("carries the environment's labels", async () => {
    expect((await bucket()).labels).toEqual({ "engineroom-environment": "assistant" });
  });
});

test("Lustre has its tier, size, name and port", async () => {
  expect((await create()).inputs("storage-scratch-instance")).toMatchObject({
    instanceId: "assistant-scratch",
    location: "us-central1-b",
    capacityGib: "18000",
    perUnitStorageThroughput: "500",
    filesystem: "scratch",
    gkeSupportEnabled: false,
    kmsKey: "key-id",
    network: "network-id",
  });
});

test("Filestore has its tier, share and way in", async () => {
  expect((await create()).inputs("storage-home-instance")).toMatchObject({
    name: "assistant-home",
    location: "us-central1-b",
    tier: "ZONAL",
    fileShares: { name: "home", capacityGb: 2048 },
    networks: [{ connectMode: "PRIVATE_SERVICE_ACCESS" }],
    deletionProtectionEnabled: true,
    kmsKeyName: "key-id",
  });
});

test("what holds data is kept", async () => {
  const made = await create();
  for (const name of ["storage-corpus-bucket", "storage-scratch-instance", "storage-home-instance"])
    expect(made.named(name).options).toEqual({ protect: true, retainOnDelete: true });
});

test("what exists already is left alone", async () => {
  const existing = storage.map((plan) => ({ ...plan, existing: "ours" }));
  expect((await create(existing)).all.map(({ type }) => type)).toEqual(["engineroom:gcp:SharedStorage"]);
});
