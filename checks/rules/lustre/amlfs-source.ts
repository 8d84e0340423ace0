import type { Check } from "../../check.ts";

export const amlfsSource: Check = {
  code: "amlfs-source",
  severity: "error",
  title: "Object storage is joined to Azure Managed Lustre when it is created.",
  source: "https://learn.microsoft.com/azure/azure-managed-lustre/blob-integration",
  clouds: ["azure"],
  *violations({ fileSystems }) {
    for (const { at, name, product, source } of fileSystems) {
      if (product !== "azure-managed-lustre" || source === undefined || source.joined) continue;
      yield {
        path: at,
        message: `${name} reads from ${source.name}, and is created without it: it cannot be joined later.`,
        got: "no HSM settings",
        allowed: "hsm.settings with the container and its logging container",
        hint: "Set the HSM settings before the file system is created.",
      };
    }
  },
};
