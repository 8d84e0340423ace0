import type { Carbon, CloudName, MachinePrice, Region, SourceId } from "./types.ts";

/** Row shapes of files whose rows carry a key that the queries take away. */
export interface MachinePriceRow extends MachinePrice {
  readonly machine: string;
  readonly region: string;
}

export interface RegionRow extends Omit<Region, "zones"> {
  /** Where a source lists them; absent: those that some machine of the catalog is offered in. */
  readonly zones?: readonly string[];
}

export interface CarbonRow extends Carbon {
  readonly cloud: CloudName;
  readonly region: string;
  /** What other tables say: they disagree by more than a fifth for many regions. */
  readonly others: readonly Carbon[];
}

export interface PueRow {
  readonly cloud: CloudName;
  /** `null`: the provider's own average, for regions without a figure. */
  readonly region: string | null;
  readonly value: number;
  readonly source: SourceId;
  readonly year: string;
}

const shared = {
  accelerators: "accelerators.json",
  models: "models.json",
  regions: "regions.json",
  carbon: "carbon.json",
  pue: "pue.json",
  benchmarks: "benchmarks.json",
  kubernetesVersions: "kubernetes-versions.json",
  components: "components.json",
  creationTimes: "creation-times.json",
  limits: "limits.json",
} as const;

const FAMILIES_OF_A_CLOUD = [
  "machines",
  "prices",
  "fabric-layouts",
  "cpu-machines",
  "cpu-prices",
  "service-prices",
  "storage-steps",
] as const;

/** Where each family of facts lies, relative to the data directory: split by how fast it changes. */
export const DATA_FILES = {
  ...shared,
  tpuTopologies: "gcp/tpu-topologies.json",
  machines: (cloud: CloudName) => `${cloud}/machines.json`,
  prices: (cloud: CloudName) => `${cloud}/prices.json`,
  fabricLayouts: (cloud: CloudName) => `${cloud}/fabric-layouts.json`,
  cpuMachines: (cloud: CloudName) => `${cloud}/cpu-machines.json`,
  cpuPrices: (cloud: CloudName) => `${cloud}/cpu-prices.json`,
  servicePrices: (cloud: CloudName) => `${cloud}/service-prices.json`,
  storageSteps: (cloud: CloudName) => `${cloud}/storage-steps.json`,
  shared: Object.values(shared),
  ofCloud: (cloud: CloudName) => FAMILIES_OF_A_CLOUD.map((family) => `${cloud}/${family}.json`),
} as const;
