import type { Catalog } from "../../catalog/catalog.ts";
import type { AwsStoragePlan, FsxLustrePlan, FsxOpenZfsPlan } from "../plan/storage.ts";
import { type CostLine, monthly, steadyLine, unitPrice, useLine } from "./cost-line.ts";

/** What storage costs. What exists already is on its owner's bill. */
export function storageLines(plan: AwsStoragePlan, region: string, catalog: Catalog): CostLine[] {
  if (plan.existing !== null) return [];
  switch (plan.product) {
    case "s3":
      return [
        useLine(
          `${plan.name}: bucket`,
          "storage",
          unitPrice(catalog, "s3-standard", region),
          "what it holds",
        ),
      ];
    case "efs":
      return [
        useLine(`${plan.name}: EFS`, "storage", unitPrice(catalog, "efs-standard", region), "what it holds"),
      ];
    case "fsx-lustre":
      return [lustreLine(plan, region, catalog)];
    case "fsx-openzfs":
      return [openZfsLine(plan, region, catalog)];
  }
}

/** Metadata operations are those that the size includes, so they cost nothing more. */
function lustreLine(plan: FsxLustrePlan, region: string, catalog: Catalog): CostLine {
  const steps = catalog
    .storageSteps("aws")
    .find(
      (row) =>
        row.product === plan.product &&
        row.deploymentType === plan.deploymentType &&
        (plan.mbpsPerTiB === null || row.throughputMBpsPerTiB === plan.mbpsPerTiB),
    );
  const price = unitPrice(catalog, steps?.service ?? plan.product, region);
  return steadyLine(
    `${plan.name}: Lustre, ${plan.sizeGiB ?? 0} GiB`,
    "storage",
    monthly(plan.sizeGiB ?? 0, price),
    price,
    price.usd === null ? `no source has the price of this tier in ${region}` : null,
  );
}

function openZfsLine(plan: FsxOpenZfsPlan, region: string, catalog: Catalog): CostLine {
  const steps = catalog
    .storageSteps("aws")
    .find((row) => row.product === plan.product && row.deploymentType === plan.deploymentType);
  const service = steps?.service ?? plan.product;
  const size = unitPrice(catalog, service, region);
  const throughput = unitPrice(catalog, service.replace(/-ssd$/, "-throughput"), region);
  const forSize = monthly(plan.sizeGiB ?? 0, size);
  const forThroughput = monthly(plan.throughputMBps ?? 0, throughput);
  const isKnown = forSize !== null && forThroughput !== null;
  return steadyLine(
    `${plan.name}: OpenZFS, ${plan.sizeGiB ?? 0} GiB, ${plan.throughputMBps ?? 0} MB/s`,
    "storage",
    isKnown ? forSize + forThroughput : null,
    size,
    isKnown ? null : `no source has the price of ${plan.deploymentType} in ${region}`,
  );
}
