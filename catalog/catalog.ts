import type {
  Accelerator,
  Carbon,
  CloudName,
  Component,
  CreationTime,
  FabricLayout,
  KubernetesVersion,
  Machine,
  MachinePrice,
  Model,
  Region,
  ServiceLimit,
  ServicePrice,
  Source,
  StorageSteps,
  TpuTopology,
} from "./types.ts";

/**
 * Read-only queries over the facts. The planner takes one as an argument, so that a test can hand it another.
 * Names are matched by id or alias, ignoring case. Files of one cloud are read when first asked for.
 */
export interface Catalog {
  accelerators(): readonly Accelerator[];
  accelerator(name: string): Accelerator | undefined;
  /** Machines with accelerators, retired ones included and marked. */
  machines(cloud: CloudName): readonly Machine[];
  /** Also finds the CPU machines that system pools are made of. */
  machine(cloud: CloudName, name: string): Machine | undefined;
  /** CPU machines for system pools, small ones first. */
  cpuMachines(cloud: CloudName): readonly Machine[];
  fabricLayout(id: string): FabricLayout | undefined;
  regions(cloud: CloudName): readonly Region[];
  region(cloud: CloudName, name: string): Region | undefined;
  /** `undefined`: no price known for it there. */
  machinePrice(cloud: CloudName, machine: string, region: string): MachinePrice | undefined;
  machinePrices(cloud: CloudName, machine: string): Readonly<Record<string, MachinePrice>>;
  /** The price of `service` in `region` in USD per `unit`; `usd` is `null` where it is unknown. */
  servicePrice(
    cloud: CloudName,
    service: string,
    region: string,
  ): { readonly usd: number | null; readonly row: ServicePrice } | undefined;
  carbon(cloud: CloudName, region: string): Carbon | undefined;
  /** Power usage effectiveness of the region, or of the provider where the region's is unknown. */
  pue(
    cloud: CloudName,
    region: string,
  ): { readonly value: number; readonly source: string; readonly year: string } | undefined;
  models(): readonly Model[];
  model(name: string): Model | undefined;
  kubernetesVersions(cloud: CloudName): readonly KubernetesVersion[];
  components(): readonly Component[];
  component(name: string, cloud?: CloudName): Component | undefined;
  creationTime(type: string): CreationTime | undefined;
  limit(cloud: CloudName, id: string): ServiceLimit | undefined;
  /** Legal sizes and tiers of file systems. */
  storageSteps(cloud: CloudName): readonly StorageSteps[];
  /** Slices of TPUs (Google Cloud). */
  tpuTopologies(): readonly TpuTopology[];
  sources(): Readonly<Record<string, Source>>;
}
