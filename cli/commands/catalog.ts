import { openCatalog } from "../../catalog/index.ts";
import { listAccelerators, listMachines, listModels, listRegions } from "../../catalog/listing.ts";
import type { CloudName } from "../../catalog/types.ts";
import { type ExitCode, exitCode } from "../exit-codes.ts";
import { figure, unknown, usd } from "../show/figures.ts";
import { folded } from "../show/folded.ts";
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
  /** What the columns leave out, in a few words. */
  readonly note: string;
  readonly rows: readonly unknown[];
  readonly columns: readonly Column[];
  readonly cells: readonly (readonly string[])[];
}

/** Facts of the catalog, each with its sources. `--json` gives every field. */
export function catalog(listing: Listing, options: CatalogOptions, streams: Streams): ExitCode {
  const { rows, columns, cells, note } = shown[listing](options);
  if (options.json) {
    streams.out(`${JSON.stringify(rows, null, 2)}\n`);
    return exitCode.fine;
  }
  const dim = (text: string): string => painter(streams.colour)("dim", text);
  streams.out(
    `${table(columns, cells, dim)}\n${dim(folded(`${rows.length} rows; ${note}; --json gives every field`))}\n`,
  );
  return exitCode.fine;
}

/** Slices of an accelerator as the fraction they are: `1/6`. */
const countText = (count: number): string =>
  count > 0 && count < 1 ? `1/${Math.round(1 / count)}` : text(count);

const text = (value: number | null): string => figure(value);

const shown: Record<Listing, (options: CatalogOptions) => Shown> = {
  accelerators: () => {
    const rows = listAccelerators(openCatalog());
    return {
      note: `bf16, fp8, fp4: peak dense TFLOP/s; link: GB/s; sources: ${datedSources(rows)}`,
      rows,
      columns: [
        { head: "id" },
        { head: "vendor" },
        { head: "GiB", align: "right" },
        { head: "GB/s", align: "right" },
        { head: "bf16", align: "right" },
        { head: "fp8", align: "right" },
        { head: "fp4", align: "right" },
        { head: "link", align: "right" },
        { head: "W", align: "right" },
        { head: "sources", width: 17 },
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
        row.sources.map((each) => each.split("@")[0]).join(", "),
      ]),
    };
  },
  machines: ({ cloud, accelerator, region }) => {
    const rows = listMachines(openCatalog(), { cloud, accelerator, region });
    return {
      note: "lowest list price of the whole machine, on demand",
      rows,
      columns: [
        { head: "cloud" },
        { head: "machine" },
        { head: "accelerators", width: 19 },
        { head: "vCPU", align: "right" },
        { head: "GiB", align: "right" },
        { head: "arch" },
        { head: "fabric" },
        { head: region === undefined ? "$/h" : `$/h ${region}`, align: "right" },
      ],
      cells: rows.map((row) => [
        row.cloud,
        foldedName(row.name),
        `${countText(row.acceleratorCount)} × ${row.accelerator ?? row.acceleratorName ?? unknown}`,
        text(row.vcpus),
        text(row.memoryGiB),
        row.arch === "x86_64" ? "x86" : "arm",
        row.fabric.kind === "none" ? "none" : `${row.fabric.interfaces} × ${row.fabric.kind}`,
        usd(lowest(Object.entries(row.usdPerHour), region)),
      ]),
    };
  },
  models: () => {
    const rows = listModels(openCatalog());
    return {
      note: "parameters in billions",
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
      note: "zones in which a machine of the catalog is offered",
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

/** Long machine names over two lines, broken behind an underscore. */
function foldedName(name: string): string {
  const end = name.lastIndexOf("_", 26) + 1;
  return name.length <= 26 || end === 0 ? name : `${name.slice(0, end)}\n${name.slice(end)}`;
}

/** Every source of the rows once, with its date. */
function datedSources(rows: readonly { readonly sources: readonly string[] }[]): string {
  return [...new Set(rows.flatMap(({ sources }) => sources))]
    .sort()
    .map((each) => each.replace("@", " "))
    .join(", ");
}
