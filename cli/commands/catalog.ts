import { openCatalog } from "../../catalog/index.ts";
import { listAccelerators, listMachines, listModels, listRegions } from "../../catalog/listing.ts";
import type { CloudName } from "../../catalog/types.ts";
import { type ExitCode, exitCode } from "../exit-codes.ts";
import { figure, unknown, usd } from "../show/figures.ts";
import { type Column, table } from "../show/table.ts";
import { painter, type Streams } from "../streams.ts";

export const listings = ["accelerators", "machines", "models", "regions"] as const;
export type Listing = (typeof listings)[number];

export interface CatalogOptions {
  readonly json: boolean;
  readonly cloud: CloudName | undefined;
  readonly accelerator: string | undefined;
  readonly region: string | undefined;
}

interface Shown {
  readonly rows: readonly unknown[];
  readonly columns: readonly Column[];
  readonly cells: readonly (readonly string[])[];
}

/** Facts of the catalog, each with its sources. `--json` gives every field. */
export function catalog(listing: Listing, options: CatalogOptions, streams: Streams): ExitCode {
  const { rows, columns, cells } = shown[listing](options);
  if (options.json) {
    streams.out(`${JSON.stringify(rows, null, 2)}\n`);
    return exitCode.fine;
  }
  const dim = (text: string): string => painter(streams.colour)("dim", text);
  streams.out(
    `${table(columns, cells, dim)}\n${dim(`  ${rows.length} rows; --json gives every field and the sources in full`)}\n`,
  );
  return exitCode.fine;
}

const text = (value: number | null): string => figure(value);

const shown: Record<Listing, (options: CatalogOptions) => Shown> = {
  accelerators: () => {
    const rows = listAccelerators(openCatalog());
    return {
      rows,
      columns: [
        { head: "id" },
        { head: "vendor" },
        { head: "GiB", align: "right" },
        { head: "GB/s", align: "right" },
        { head: "bf16 TFLOP/s", align: "right" },
        { head: "fp8", align: "right" },
        { head: "fp4", align: "right" },
        { head: "link GB/s", align: "right" },
        { head: "W", align: "right" },
        { head: "sources", width: 24 },
      ],
      cells: rows.map((row) => [
        row.id,
        row.vendor,
        text(row.memoryGiB),
        text(row.memoryBandwidthGBps),
        text(row.denseTflops.bf16),
        text(row.denseTflops.fp8),
        text(row.denseTflops.fp4),
        text(row.linkGBps),
        text(row.tdpWatts),
        row.sources.join(", "),
      ]),
    };
  },
  machines: ({ cloud, accelerator, region }) => {
    const rows = listMachines(openCatalog(), { cloud, accelerator, region });
    return {
      rows,
      columns: [
        { head: "cloud" },
        { head: "machine" },
        { head: "accelerators" },
        { head: "vCPU", align: "right" },
        { head: "GiB", align: "right" },
        { head: "arch" },
        { head: "fabric" },
        { head: region === undefined ? "$/h from" : `$/h ${region}`, align: "right" },
      ],
      cells: rows.map((row) => [
        row.cloud,
        row.name,
        `${text(row.acceleratorCount)} × ${row.accelerator ?? unknown}`,
        text(row.vcpus),
        text(row.memoryGiB),
        row.arch,
        row.fabric.kind === "none" ? "none" : `${row.fabric.interfaces} × ${row.fabric.kind}`,
        usd(lowest(Object.entries(row.usdPerHour), region)),
      ]),
    };
  },
  models: () => {
    const rows = listModels(openCatalog());
    return {
      rows,
      columns: [
        { head: "id", width: 36 },
        { head: "params B", align: "right" },
        { head: "active B", align: "right" },
        { head: "layers", align: "right" },
        { head: "context", align: "right" },
        { head: "KV B/token bf16", align: "right" },
      ],
      cells: rows.map((row) => [
        row.id,
        text(row.paramsB),
        text(row.activeParamsB),
        text(row.layers),
        text(row.contextLength),
        text(row.kvBytesPerTokenBf16),
      ]),
    };
  },
  regions: ({ cloud }) => {
    const rows = listRegions(openCatalog(), { cloud });
    return {
      rows,
      columns: [{ head: "cloud" }, { head: "region" }, { head: "area" }, { head: "zones", width: 40 }],
      cells: rows.map((row) => [row.cloud, row.name, row.area ?? unknown, row.zones.join(", ")]),
    };
  },
};

function lowest(
  prices: readonly (readonly [string, { readonly onDemand: number | null }])[],
  region: string | undefined,
): number | null {
  const known = prices
    .filter(([name]) => region === undefined || name === region)
    .flatMap(([, { onDemand }]) => (onDemand === null ? [] : [onDemand]));
  return known.length === 0 ? null : Math.min(...known);
}
