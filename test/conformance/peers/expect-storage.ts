import { expect } from "vitest";
import type { EnvironmentPlan, StoragePlan } from "../../../planner/plan/index.ts";
import { account } from "./aws-environment.ts";
import type { DeployedResource, Facts } from "./read-back.ts";

/** File systems and buckets that the plan creates exist with their planned size and tier, and no others do. */
export function expectPlannedStorage(
  deployed: readonly DeployedResource[],
  facts: Facts,
  plan: EnvironmentPlan,
): void {
  const own = plan.storage.filter(({ existing }) => existing === null);
  const mine = new Set(deployed.map(({ physicalId }) => physicalId));
  const fsx = facts.fsx.filter(({ FileSystemId }) => mine.has(FileSystemId));
  expect(
    fsx
      .filter(({ FileSystemType }) => FileSystemType === "LUSTRE")
      .map(({ StorageCapacity, LustreConfiguration }) => ({
        sizeGiB: StorageCapacity,
        deploymentType: LustreConfiguration?.DeploymentType,
        mbpsPerTiB: LustreConfiguration?.PerUnitStorageThroughput ?? null,
        efa: LustreConfiguration?.EfaEnabled ?? false,
      })),
    "Lustre file systems",
  ).toEqual(
    own
      .filter((each) => each.product === "fsx-lustre")
      .map(({ sizeGiB, deploymentType, mbpsPerTiB, efa }) => ({ sizeGiB, deploymentType, mbpsPerTiB, efa })),
  );
  expect(
    fsx
      .filter(({ FileSystemType }) => FileSystemType === "OPENZFS")
      .map(({ StorageCapacity, OpenZFSConfiguration }) => ({
        sizeGiB: StorageCapacity,
        deploymentType: OpenZFSConfiguration?.DeploymentType,
        throughputMBps: OpenZFSConfiguration?.ThroughputCapacity,
      })),
    "OpenZFS file systems",
  ).toEqual(
    own
      .filter((each) => each.product === "fsx-openzfs")
      .map(({ sizeGiB, deploymentType, throughputMBps }) => ({ sizeGiB, deploymentType, throughputMBps })),
  );
  const efs = facts.efs.filter(({ FileSystemId }) => mine.has(FileSystemId));
  expect(
    efs.map(({ Encrypted, ThroughputMode }) => ({ Encrypted, ThroughputMode })),
    "EFS file systems",
  ).toEqual(
    own
      .filter((each) => each.product === "efs")
      .map(({ throughputMode }) => ({ Encrypted: true, ThroughputMode: throughputMode })),
  );
  for (const { product, name, bucket } of own.filter(isBucket)) {
    expect(facts.buckets, `${product} ${name}`).toContain(bucket.replace("{account}", account));
  }
}

function isBucket(storage: StoragePlan): storage is Extract<StoragePlan, { product: "s3" }> {
  return storage.product === "s3";
}
