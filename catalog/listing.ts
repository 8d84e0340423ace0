import type { Catalog } from "./catalog.ts";
import {
  type Accelerator,
  CLOUDS,
  type CloudName,
  type Machine,
  type MachinePrice,
  type Model,
  type Region,
  type SourceId,
} from "./types.ts";

/** What `engineroom catalog …` was asked for. Nothing given: everything. */
export interface ListingFilter {
  readonly cloud?: CloudName | undefined;
  /** Id or alias. */
  readonly accelerator?: string | undefined;
  /** Only what is offered there. */
  readonly region?: string | undefined;
}

/** A source and its date, `moto@2026-11-23`. */
export type DatedSource = string;

export type ListedAccelerator = Omit<Accelerator, "sources"> & { readonly sources: readonly DatedSource[] };

export interface ListedMachine {
  readonly cloud: CloudName;
  readonly name: string;
  readonly accelerator: string | null;
  readonly acceleratorName: string | null;
  /** Fractional for slices. */
  readonly acceleratorCount: number;
  /** Of each. */
  readonly acceleratorMemoryGiB: number | null;
  readonly vcpus: number;
  readonly memoryGiB: number;
  readonly arch: Machine["arch"];
  readonly localStorageGB: number;
  readonly networkGbps: number | null;
  readonly fabric: Pick<Machine["fabric"], "kind" | "interfaces" | "gbpsPerInterface">;
  /** Region → price of the whole machine. A region that is missing has no known price. */
  readonly usdPerHour: Readonly<Record<string, Pick<MachinePrice, "onDemand" | "spot" | "source" | "date">>>;
  readonly offered: Machine["offered"];
  readonly usage: Machine["usage"];
  readonly quota: Machine["quota"];
  readonly status: Machine["status"];
  readonly unknown: Machine["unknown"];
  readonly confidence: Machine["confidence"];
  readonly sources: readonly DatedSource[];
}

export type ListedModel = Omit<Model, "sources"> & { readonly sources: readonly DatedSource[] };

export interface ListedRegion extends Omit<Region, "source"> {
  readonly gCO2ePerKWh: number | null;
  readonly pue: number | null;
  readonly sources: readonly DatedSource[];
}

export function listAccelerators(catalog: Catalog, filter: ListingFilter = {}): readonly ListedAccelerator[] {
  const dated = datedSources(catalog);
  const wanted = wantedAccelerator(catalog, filter);
  const inCloud =
    filter.cloud === undefined
      ? undefined
      : new Set(catalog.machines(filter.cloud).map((machine) => machine.accelerator));
  return catalog
    .accelerators()
    .filter((row) => (wanted === undefined || row.id === wanted) && (inCloud?.has(row.id) ?? true))
    .map((row) => ({ ...row, sources: dated(row.sources) }));
}

export function listMachines(catalog: Catalog, filter: ListingFilter = {}): readonly ListedMachine[] {
  const dated = datedSources(catalog);
  const wanted = wantedAccelerator(catalog, filter);
  const { region } = filter;
  return cloudsOf(filter)
    .flatMap((cloud) => catalog.machines(cloud))
    .filter((machine) => wanted === undefined || machine.accelerator === wanted)
    .filter((machine) => region === undefined || Object.hasOwn(machine.offered, region))
    .map((machine) => listed(machine, catalog, dated));
}

export function listModels(catalog: Catalog): readonly ListedModel[] {
  const dated = datedSources(catalog);
  return catalog.models().map((row) => ({ ...row, sources: dated(row.sources) }));
}

export function listRegions(catalog: Catalog, filter: ListingFilter = {}): readonly ListedRegion[] {
  const dated = datedSources(catalog);
  return cloudsOf(filter)
    .flatMap((cloud) => catalog.regions(cloud))
    .filter((row) => filter.region === undefined || row.name === filter.region)
    .map(({ source, ...row }) => {
      const carbon = catalog.carbon(row.cloud, row.name);
      const pue = catalog.pue(row.cloud, row.name);
      const sources = [source, carbon?.source, pue?.source].filter((id) => id !== undefined);
      return {
        ...row,
        gCO2ePerKWh: carbon?.gCO2ePerKWh ?? null,
        pue: pue?.value ?? null,
        sources: dated([...new Set(sources)]),
      };
    });
}

type Dated = (ids: readonly SourceId[]) => readonly DatedSource[];

function listed(machine: Machine, catalog: Catalog, dated: Dated): ListedMachine {
  const { kind, interfaces, gbpsPerInterface } = machine.fabric;
  const prices = Object.entries(catalog.machinePrices(machine.cloud, machine.name));
  return {
    cloud: machine.cloud,
    name: machine.name,
    accelerator: machine.accelerator,
    acceleratorName: machine.acceleratorName,
    acceleratorCount: machine.acceleratorCount,
    acceleratorMemoryGiB: machine.acceleratorMemoryGiB,
    vcpus: machine.vcpus,
    memoryGiB: machine.memoryGiB,
    arch: machine.arch,
    localStorageGB: machine.localStorageGB,
    networkGbps: machine.networkGbps,
    fabric: { kind, interfaces, gbpsPerInterface },
    usdPerHour: Object.fromEntries(
      prices.map(([region, { onDemand, spot, source, date }]) => [region, { onDemand, spot, source, date }]),
    ),
    offered: machine.offered,
    usage: machine.usage,
    quota: machine.quota,
    status: machine.status,
    unknown: machine.unknown,
    confidence: machine.confidence,
    sources: dated(machine.sources),
  };
}

/** The id asked for; a name that the catalog does not know stays as it is and matches nothing. */
function wantedAccelerator(catalog: Catalog, filter: ListingFilter): string | undefined {
  if (filter.accelerator === undefined) return undefined;
  return catalog.accelerator(filter.accelerator)?.id ?? filter.accelerator;
}

function cloudsOf(filter: ListingFilter): readonly CloudName[] {
  return filter.cloud === undefined ? CLOUDS : [filter.cloud];
}

function datedSources(catalog: Catalog): Dated {
  const sources = catalog.sources();
  return (ids) => ids.map((id) => `${id}@${sources[id]?.date ?? "undated"}`);
}
