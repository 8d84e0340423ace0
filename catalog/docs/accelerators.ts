import type { Catalog } from "../catalog.ts";
import { page, sourceList, table } from "./markdown.ts";

export function acceleratorsPage(catalog: Catalog): string {
  const rows = catalog.accelerators();
  return page(
    "Accelerators",
    "Rates are peak and dense, in TFLOP/s: figures with sparsity are twice as high and are not used. Memory is that of the label and, beside it, what software can use. The link is one direction, inside the machine's fast domain. Fields marked unverified rest on general knowledge alone.",
    table(rows, [
      { head: "id", cell: ({ id }) => `\`${id}\`` },
      { head: "vendor", cell: ({ vendor }) => vendor },
      { head: "architecture", cell: ({ architecture }) => architecture },
      { head: "GiB", align: "right", cell: ({ memoryGiB }) => memoryGiB },
      { head: "usable GiB", align: "right", cell: ({ usableMemoryGiB }) => usableMemoryGiB },
      { head: "GB/s", align: "right", cell: ({ memoryBandwidthGBps }) => memoryBandwidthGBps },
      { head: "bf16", align: "right", cell: ({ denseTflops }) => denseTflops.bf16 ?? denseTflops.fp16 },
      { head: "fp8", align: "right", cell: ({ denseTflops }) => denseTflops.fp8 },
      { head: "fp4", align: "right", cell: ({ denseTflops }) => denseTflops.fp4 },
      { head: "int8", align: "right", cell: ({ denseTflops }) => denseTflops.int8 },
      { head: "link GB/s", align: "right", cell: ({ linkGBps }) => linkGBps },
      { head: "W", align: "right", cell: ({ tdpWatts }) => tdpWatts },
      { head: "driver", cell: ({ driverMajor }) => bounds(driverMajor.min, driverMajor.max) },
      { head: "unverified", cell: ({ unverified }) => unverified.join(", ") },
      { head: "sources", cell: ({ sources }) => sources.join(", ") },
    ]),
    `## MIG profiles\n\n${table(
      rows.filter(({ migProfiles }) => migProfiles.length > 0),
      [
        { head: "accelerator", cell: ({ id }) => `\`${id}\`` },
        {
          head: "profiles × instances",
          cell: ({ migProfiles }) => migProfiles.map(({ profile, max }) => `${profile} × ${max}`).join(", "),
        },
      ],
    )}`,
    `## Other names\n\n${table(
      rows.filter(({ aliases }) => aliases.length > 0),
      [
        { head: "id", cell: ({ id }) => `\`${id}\`` },
        { head: "also found as", cell: ({ aliases }) => aliases.join(", ") },
      ],
    )}`,
    sourceList(
      catalog,
      rows.flatMap(({ sources }) => sources),
    ),
  );
}

function bounds(min: number | null, max: number | null): string | null {
  if (min === null && max === null) return null;
  if (max === null) return `from ${min}`;
  return min === null ? `up to ${max}` : `${min} to ${max}`;
}
