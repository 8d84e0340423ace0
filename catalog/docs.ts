import type { Catalog } from "./catalog.ts";
import { acceleratorsPage } from "./docs/accelerators.ts";
import { fabricsPage } from "./docs/fabrics.ts";
import { machinesPage } from "./docs/machines.ts";
import { modelsPage } from "./docs/models.ts";
import { regionsPage } from "./docs/regions.ts";
import { CLOUDS } from "./types.ts";

/** The tables of `docs/catalog/`: path from the root of the repository → markdown. */
export function catalogDocs(catalog: Catalog): Readonly<Record<string, string>> {
  return {
    "docs/catalog/accelerators.md": acceleratorsPage(catalog),
    ...Object.fromEntries(
      CLOUDS.map((cloud) => [`docs/catalog/machines-${cloud}.md`, machinesPage(catalog, cloud)]),
    ),
    "docs/catalog/fabrics.md": fabricsPage(catalog),
    "docs/catalog/regions.md": regionsPage(catalog),
    "docs/catalog/models.md": modelsPage(catalog),
  };
}
