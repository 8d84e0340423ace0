import type { AzureNetworkPlan, AzurePrivateEndpointPlan } from "../../plan/azure.ts";
import type { StoragePlan } from "../../plan/storage.ts";

const DNS_ZONES = {
  blob: "privatelink.blob.core.windows.net",
  file: "privatelink.file.core.windows.net",
} as const;

/**
 * Private doors to the storage accounts that the environment makes: none has a public one.
 * https://learn.microsoft.com/azure/storage/common/storage-private-endpoints
 */
export function azureDoors(
  storage: readonly StoragePlan[],
): Pick<AzureNetworkPlan, "privateDnsZones" | "privateEndpoints"> {
  const privateEndpoints = storage
    .filter(({ existing }) => existing === null)
    .flatMap(({ name, product }): readonly AzurePrivateEndpointPlan[] => {
      if (product !== "azure-blob" && product !== "azure-files-nfs") return [];
      const group = product === "azure-blob" ? "blob" : "file";
      return [
        { id: `${name}-${group}`, storage: name, group, subnet: "endpoints", dnsZone: DNS_ZONES[group] },
      ];
    });
  return { privateDnsZones: [...new Set(privateEndpoints.map(({ dnsZone }) => dnsZone))], privateEndpoints };
}
