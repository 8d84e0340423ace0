import type { Catalog } from "../../catalog/catalog.ts";
import type { AzureStoragePlan } from "../plan/azure.ts";
import { azurePrice } from "./azure-price.ts";
import { type CostLine, monthly, steadyLine, useLine } from "./cost-line.ts";

/** What storage costs. What exists already is on its owner's bill. */
export function azureStorageLine(
  plan: AzureStoragePlan,
  region: string,
  catalog: Catalog,
): readonly CostLine[] {
  if (plan.existing !== null) return [];
  if (plan.product === "azure-blob") {
    const price = azurePrice(catalog, `blob-${plan.sku.toLowerCase().replace("_", "-")}`, region);
    return [useLine(`${plan.name}: blobs`, "storage", price, "what it holds")];
  }
  const { service, label } = provisioned(plan);
  const price = azurePrice(catalog, service, region);
  const usd = monthly(plan.sizeGiB ?? 0, price);
  const note = usd === null ? `no source has the price of ${service} in ${region}` : null;
  return [steadyLine(`${plan.name}: ${label}, ${plan.sizeGiB ?? 0} GiB`, "storage", usd, price, note)];
}

/** Row of the service prices, and what a person calls it. */
function provisioned(plan: Exclude<AzureStoragePlan, { readonly product: "azure-blob" }>): {
  readonly service: string;
  readonly label: string;
} {
  switch (plan.product) {
    case "azure-managed-lustre":
      return { service: `managed-lustre-${plan.mbpsPerTiB}`, label: "Lustre" };
    case "azure-netapp-files":
      return { service: `netapp-${plan.serviceLevel.toLowerCase()}`, label: "NetApp Files" };
    case "azure-files-nfs":
      return { service: `files-${plan.sku.toLowerCase().replace("_", "-")}`, label: "Azure Files" };
  }
}
