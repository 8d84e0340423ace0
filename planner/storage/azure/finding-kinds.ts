import type { FindingKind } from "../../../spec/finding.ts";

export const lustreTooLarge: FindingKind = {
  code: "lustre-too-large",
  severity: "error",
  title: "A parallel file system is asked for within what one can hold and deliver.",
  source: "https://learn.microsoft.com/azure/azure-managed-lustre/create-file-system-portal",
};

export const scratchIsDurable: FindingKind = {
  code: "scratch-is-durable",
  severity: "info",
  title: "A scratch file system is asked for where the cloud sells one.",
  source: "https://learn.microsoft.com/azure/azure-managed-lustre/create-file-system-portal",
};

export const lustreServiceRights: FindingKind = {
  code: "lustre-service-rights",
  severity: "info",
  title: "The Lustre service may read and write the container that a file system is joined to.",
  source:
    "https://learn.microsoft.com/azure/azure-managed-lustre/amlfs-prerequisites#access-roles-for-blob-integration",
};

export const azureStorageFindingKinds: readonly FindingKind[] = [
  lustreTooLarge,
  scratchIsDurable,
  lustreServiceRights,
];
