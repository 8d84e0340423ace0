import type { Catalog } from "./catalog.ts";
import { dataFileReader, type ReadDataFile } from "./data-file.ts";
import {
  type CarbonRow,
  DATA_FILES,
  type MachinePriceRow,
  type PueRow,
  type RegionRow,
} from "./data-files.ts";
import { once, oncePer } from "./once.ts";
import {
  type Accelerator,
  CLOUDS,
  type CloudName,
  type Component,
  type CreationTime,
  type FabricLayout,
  type KubernetesVersion,
  type Machine,
  type MachinePrice,
  type Model,
  type Region,
  type ServiceLimit,
  type ServicePrice,
  type Source,
  type StorageSteps,
  type TpuTopology,
} from "./types.ts";

/**
 * The catalog over the data files in `catalog/data` (or over those that `read` gives).
 * Each file is parsed when something in it is first asked for: a plan for one cloud reads nothing of the others.
 */
export function openCatalog(read: ReadDataFile = dataFileReader()): Catalog {
  const accelerators = once(() => read<Accelerator>(DATA_FILES.accelerators).rows);
  const acceleratorByName = once(() => indexByName(accelerators()));
  const models = once(() => read<Model>(DATA_FILES.models).rows);
  const modelByName = once(() => indexByName(models()));

  const machines = oncePer((cloud: CloudName) => read<Machine>(DATA_FILES.machines(cloud)).rows);
  const cpuMachines = oncePer((cloud: CloudName) =>
    read<Machine>(DATA_FILES.cpuMachines(cloud)).rows.toSorted(
      (a, b) => a.vcpus - b.vcpus || a.memoryGiB - b.memoryGiB || compareText(a.name, b.name),
    ),
  );
  const machineByName = oncePer((cloud: CloudName) => indexBy(machines(cloud), (row) => row.name));
  const cpuMachineByName = oncePer((cloud: CloudName) => indexBy(cpuMachines(cloud), (row) => row.name));
  const prices = oncePer((cloud: CloudName) =>
    pricesByMachine(read<MachinePriceRow>(DATA_FILES.prices(cloud)).rows),
  );
  const cpuPrices = oncePer((cloud: CloudName) =>
    pricesByMachine(read<MachinePriceRow>(DATA_FILES.cpuPrices(cloud)).rows),
  );
  const layouts = oncePer((cloud: CloudName) =>
    indexBy(read<FabricLayout>(DATA_FILES.fabricLayouts(cloud)).rows, (row) => row.id),
  );

  const regions = oncePer((cloud: CloudName) => {
    const zones = zonesByRegion([...machines(cloud), ...cpuMachines(cloud)]);
    return read<RegionRow>(DATA_FILES.regions)
      .rows.filter((row) => row.cloud === cloud)
      .map((row): Region => ({ ...row, zones: row.zones ?? zones.get(row.name) ?? [] }));
  });
  const regionByName = oncePer((cloud: CloudName) => indexBy(regions(cloud), (row) => row.name));
  const carbon = once(() =>
    indexBy(read<CarbonRow>(DATA_FILES.carbon).rows, (row) => `${row.cloud} ${row.region}`),
  );
  const pue = once(() =>
    indexBy(read<PueRow>(DATA_FILES.pue).rows, (row) => `${row.cloud} ${row.region ?? "*"}`),
  );

  const servicePrices = oncePer((cloud: CloudName) =>
    indexBy(read<ServicePrice>(DATA_FILES.servicePrices(cloud)).rows, (row) => row.service),
  );
  const versions = once(() => read<KubernetesVersion>(DATA_FILES.kubernetesVersions).rows);
  const components = once(() => read<Component>(DATA_FILES.components).rows);
  const creationTimes = once(() =>
    indexBy(read<CreationTime>(DATA_FILES.creationTimes).rows, (row) => row.type),
  );
  const limits = once(() =>
    indexBy(read<ServiceLimit>(DATA_FILES.limits).rows, (row) => `${row.cloud} ${row.id}`),
  );

  const machinePrices = (cloud: CloudName, machine: string): Readonly<Record<string, MachinePrice>> => {
    const name = machine.toLowerCase();
    return prices(cloud).get(name) ?? cpuPrices(cloud).get(name) ?? {};
  };

  return {
    accelerators,
    accelerator: (name) => acceleratorByName().get(name.toLowerCase()),
    machines,
    machine: (cloud, name) =>
      machineByName(cloud).get(name.toLowerCase()) ?? cpuMachineByName(cloud).get(name.toLowerCase()),
    cpuMachines,
    fabricLayout: (id) => firstDefined(CLOUDS, (cloud) => layouts(cloud).get(id.toLowerCase())),
    regions,
    region: (cloud, name) => regionByName(cloud).get(name.toLowerCase()),
    machinePrices,
    machinePrice: (cloud, machine, region) => own(machinePrices(cloud, machine), region),
    servicePrice: (cloud, service, region) => {
      const row = servicePrices(cloud).get(service.toLowerCase());
      if (row === undefined) return undefined;
      const usd = own(row.usd, region);
      return { usd: (usd === undefined ? row.usd["*"] : usd) ?? null, row };
    },
    carbon: (cloud, region) => carbon().get(`${cloud} ${region.toLowerCase()}`),
    pue: (cloud, region) => pue().get(`${cloud} ${region.toLowerCase()}`) ?? pue().get(`${cloud} *`),
    models,
    model: (name) => modelByName().get(name.toLowerCase()),
    kubernetesVersions: (cloud) => versions().filter((row) => row.cloud === cloud),
    components,
    component: (name, cloud) => {
      const named = components().filter((row) => row.name === name);
      if (cloud === undefined) return named[0];
      return named.find((row) => row.cloud === cloud) ?? named.find((row) => row.cloud === null);
    },
    creationTime: (type) => creationTimes().get(type.toLowerCase()),
    storageSteps: oncePer((cloud: CloudName) => read<StorageSteps>(DATA_FILES.storageSteps(cloud)).rows),
    tpuTopologies: once(() => read<TpuTopology>(DATA_FILES.tpuTopologies).rows),
    limit: (cloud, id) => limits().get(`${cloud} ${id.toLowerCase()}`),
    sources: once(() => allSources(read)),
  };
}

function indexBy<Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [key(row).toLowerCase(), row]));
}

/** Ids win over aliases, earlier rows over later ones. */
function indexByName<Row extends { readonly id: string; readonly aliases: readonly string[] }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row> {
  const byName = new Map(rows.map((row) => [row.id.toLowerCase(), row]));
  for (const row of rows) {
    for (const alias of row.aliases) {
      const name = alias.toLowerCase();
      if (!byName.has(name)) byName.set(name, row);
    }
  }
  return byName;
}

function pricesByMachine(
  rows: readonly MachinePriceRow[],
): ReadonlyMap<string, Readonly<Record<string, MachinePrice>>> {
  const byMachine = new Map<string, Record<string, MachinePrice>>();
  for (const { machine, region, ...price } of rows) {
    const name = machine.toLowerCase();
    const regions = byMachine.get(name) ?? {};
    regions[region] = price;
    byMachine.set(name, regions);
  }
  return byMachine;
}

function zonesByRegion(machines: readonly Machine[]): ReadonlyMap<string, readonly string[]> {
  const zones = new Map<string, Set<string>>();
  for (const machine of machines) {
    for (const [region, offered] of Object.entries(machine.offered)) {
      const known = zones.get(region) ?? new Set();
      for (const zone of offered ?? []) known.add(zone);
      zones.set(region, known);
    }
  }
  return new Map([...zones].map(([region, known]) => [region, [...known].sort(compareText)]));
}

/** One table of all files. A source that several files describe is described by the first of them. */
function allSources(read: ReadDataFile): Readonly<Record<string, Source>> {
  const perCloud = CLOUDS.flatMap((cloud) => DATA_FILES.ofCloud(cloud));
  const tables = [...DATA_FILES.shared, ...perCloud].map((path) => read(path).sources);
  return Object.assign({}, ...tables.toReversed());
}

/** The value under `key`, and nothing that every object inherits. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function firstDefined<Item, Value>(
  items: readonly Item[],
  find: (item: Item) => Value | undefined,
): Value | undefined {
  for (const item of items) {
    const value = find(item);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** By code unit: the same on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
