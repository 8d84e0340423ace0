import type { Catalog } from "../catalog/catalog.ts";
import type { StorageSteps } from "../catalog/types.ts";
import type { Facts, FileSystemFact } from "./facts.ts";

/** Deployment types of FSx for Lustre: https://docs.aws.amazon.com/fsx/latest/LustreGuide/using-fsx-lustre.html */
export const LUSTRE_DEPLOYMENT_TYPES = ["SCRATCH_1", "SCRATCH_2", "PERSISTENT_1", "PERSISTENT_2"];

export function lustreFileSystems(facts: Facts): readonly FileSystemFact[] {
  return facts.fileSystems.filter((one) => one.product === "fsx-lustre");
}

export function isScratch(fileSystem: FileSystemFact): boolean {
  return fileSystem.deploymentType?.startsWith("SCRATCH") === true;
}

/** Storage type, with the default that FSx takes. */
export function storageType(fileSystem: FileSystemFact): string {
  return fileSystem.storageType ?? "SSD";
}

/** Rows of legal sizes and tiers for the file system's deployment and storage type. */
export function lustreSteps(catalog: Catalog, fileSystem: FileSystemFact): readonly StorageSteps[] {
  return catalog
    .storageSteps("aws")
    .filter(
      (row) =>
        row.product === fileSystem.product &&
        row.deploymentType === fileSystem.deploymentType &&
        row.storageType === storageType(fileSystem),
    );
}

/** The row that holds for the file system's own tier. */
export function lustreStep(catalog: Catalog, fileSystem: FileSystemFact): StorageSteps | undefined {
  const rows = lustreSteps(catalog, fileSystem);
  return rows.find((row) => row.throughputMBpsPerTiB === (fileSystem.mbpsPerTiB ?? null)) ?? rows[0];
}
