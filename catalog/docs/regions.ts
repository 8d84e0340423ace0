import type { Catalog } from "../catalog.ts";
import { CLOUDS } from "../types.ts";
import { page, sourceList, table } from "./markdown.ts";

export function regionsPage(catalog: Catalog): string {
  const rows = CLOUDS.flatMap((cloud) => catalog.regions(cloud)).map((region) => ({
    ...region,
    carbon: catalog.carbon(region.cloud, region.name),
    pue: catalog.pue(region.cloud, region.name),
  }));
  return page(
    "Regions",
    "Zones are those that a machine of the catalog is offered in (AWS: zone ids, since names differ from account to account). Tables of carbon intensity disagree: each figure carries its source and year.",
    table(rows, [
      { head: "cloud", cell: ({ cloud }) => cloud },
      { head: "region", cell: ({ name }) => `\`${name}\`` },
      { head: "where", cell: ({ location }) => location },
      { head: "area", cell: ({ area }) => area },
      { head: "partition", cell: ({ partition }) => partition },
      { head: "zones", cell: ({ zones }) => zones.join(", ") },
      { head: "gCO2e/kWh", align: "right", cell: ({ carbon }) => carbon?.gCO2ePerKWh ?? null },
      { head: "of", cell: ({ carbon }) => (carbon === undefined ? null : `${carbon.source} ${carbon.year}`) },
      { head: "PUE", align: "right", cell: ({ pue }) => pue?.value ?? null },
      { head: "of", cell: ({ pue }) => (pue === undefined ? null : `${pue.source} ${pue.year}`) },
    ]),
    sourceList(
      catalog,
      rows.flatMap(({ source, carbon, pue }) =>
        [source, carbon?.source, pue?.source].filter((id) => id !== undefined),
      ),
    ),
  );
}
