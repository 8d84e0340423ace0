import type { Catalog } from "../catalog.ts";
import type { CloudName, Machine, MachinePrice } from "../types.ts";
import { page, sourceList, table } from "./markdown.ts";

const CLOUD_TITLE: Readonly<Record<CloudName, string>> = {
  aws: "AWS",
  gcp: "Google Cloud",
  azure: "Azure",
};

export function machinesPage(catalog: Catalog, cloud: CloudName): string {
  const rows = catalog.machines(cloud);
  const cheapest = new Map(
    rows.map(({ name }) => [name, cheapestRegion(catalog.machinePrices(cloud, name))] as const),
  );
  const refused = rows.filter(({ unknown }) => unknown.length > 0);
  return page(
    `Machines of ${CLOUD_TITLE[cloud]}`,
    "Memory of accelerators is of each one; for a slice, of the slice. Prices are for the whole machine in USD per hour, in the region where it is cheapest on demand. A dash is unknown, not free.",
    table(rows, [
      { head: "machine", cell: ({ name }) => `\`${name}\`` },
      {
        head: "accelerators",
        cell: ({ accelerator, acceleratorName, acceleratorCount }) =>
          `${acceleratorCount} × ${accelerator ?? acceleratorName}`,
      },
      { head: "GiB each", align: "right", cell: ({ acceleratorMemoryGiB }) => acceleratorMemoryGiB },
      { head: "vCPU", align: "right", cell: ({ vcpus }) => vcpus },
      { head: "GiB", align: "right", cell: ({ memoryGiB }) => memoryGiB },
      { head: "arch", cell: ({ arch }) => arch },
      { head: "local GB", align: "right", cell: ({ localStorageGB }) => localStorageGB },
      { head: "Gbps", align: "right", cell: ({ networkGbps }) => networkGbps },
      { head: "fabric", cell: fabricOf },
      { head: "bought as", cell: ({ usage }) => usage.join(", ") },
      { head: "USD/h", cell: ({ name }) => cheapest.get(name) ?? null },
      { head: "regions", align: "right", cell: ({ offered }) => Object.keys(offered).length },
      { head: "quota", cell: ({ quota }) => quota.onDemand?.name ?? quota.spot?.name ?? null },
      { head: "status", cell: ({ status }) => status },
      { head: "confidence", cell: ({ confidence }) => confidence },
      { head: "sources", cell: ({ sources }) => sources.join(", ") },
    ]),
    refused.length === 0
      ? ""
      : `## Known too little\n\nThe planner refuses these machines and says why.\n\n${refused
          .map(({ name, unknown }) => `- \`${name}\`: ${unknown.join("; ")}.`)
          .join("\n")}`,
    sourceList(
      catalog,
      rows.flatMap(({ name, sources }) => [
        ...sources,
        ...Object.values(catalog.machinePrices(cloud, name)).map(({ source }) => source),
      ]),
    ),
  );
}

function fabricOf({ fabric }: Machine): string {
  if (fabric.kind === "none") return "none";
  if (fabric.interfaces === 0) return fabric.kind;
  const gbps = fabric.gbpsPerInterface === null ? "" : ` × ${fabric.gbpsPerInterface} Gbps`;
  return `${fabric.kind} ${fabric.interfaces}${gbps}`;
}

function cheapestRegion(prices: Readonly<Record<string, MachinePrice>>): string | null {
  const priced = Object.entries(prices).flatMap(([region, { onDemand, date }]) =>
    onDemand === null ? [] : [{ region, onDemand, date }],
  );
  const cheapest = priced.toSorted((a, b) => a.onDemand - b.onDemand || (a.region < b.region ? -1 : 1))[0];
  return cheapest === undefined ? null : `${cheapest.onDemand} (${cheapest.region}, ${cheapest.date})`;
}
