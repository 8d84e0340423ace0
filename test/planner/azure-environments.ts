import fc from "fast-check";
import { type PlannedEnvironment, planEnvironment } from "../../planner/index.ts";
import type { AzureNetworkPlan } from "../../planner/plan/azure.ts";
import type { EnvironmentPlan } from "../../planner/plan/environment.ts";
import type { PoolPlan } from "../../planner/plan/pool.ts";
import type { EnvironmentInput } from "../../spec/schema/environment.ts";
import { arbitraryLabel } from "../spec/arbitrary-environment.ts";
import { catalog, environment, now } from "./fixtures.ts";

type PoolInput = NonNullable<EnvironmentInput["pools"]>[number];
type StorageInput = NonNullable<EnvironmentInput["storage"]>[number];

/** A resource group that a reservation lies in, and the id of one. */
export const RESERVED_GROUP = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/reserved";
export const RESERVATION = `${RESERVED_GROUP}/providers/Microsoft.Compute/capacityReservationGroups/a100`;

/** Plans an environment on Azure: eastus, one pool of A100 unless said otherwise. */
export function planOf(input: Partial<EnvironmentInput> = {}): PlannedEnvironment {
  const pools: PoolInput[] = [{ name: "gpu", machine: "Standard_NC24ads_A100_v4", nodes: 1 }];
  return planEnvironment(environment({ cloud: "azure", region: "eastus", pools, ...input }), {
    catalog,
    now,
  });
}

/** The plan itself; throws where there is none. */
export function planned(input: Partial<EnvironmentInput> = {}): EnvironmentPlan {
  const { plan } = planOf(input);
  if (plan === undefined) throw new Error("There is no plan.");
  return plan;
}

/** The first pool of a plan with this pool alone. */
export function plannedPool(pool: Omit<PoolInput, "name">, rest: Partial<EnvironmentInput> = {}): PoolPlan {
  const [first] = planned({ pools: [{ ...pool, name: "gpu" }], ...rest }).pools;
  if (first === undefined) throw new Error("There is no pool.");
  return first;
}

/** The network of a plan on Azure. */
export function plannedNetwork(input: Partial<EnvironmentInput> = {}): AzureNetworkPlan {
  const { network } = planned(input);
  if (network.cloud !== "azure") throw new Error(`The network is of ${network.cloud}.`);
  return network;
}

/** Codes of what was noticed, but for prices that no source has. */
export function codesOf(input: Partial<EnvironmentInput>): readonly string[] {
  return planOf(input)
    .findings.map(({ code }) => code)
    .filter((code) => code !== "price-unknown" && code !== "power-unknown");
}

const machine = fc.constantFrom(
  "Standard_NC24ads_A100_v4",
  "Standard_NC96ads_A100_v4",
  "Standard_NC40ads_H100_v5",
  "Standard_ND96isr_H100_v5",
  "Standard_ND96isr_MI300X_v5",
  "Standard_ND128isr_NDR_GB200_v6",
  "Standard_NV18ads_A10_v5",
);

const purchase = fc.oneof(
  fc.constant({ kind: "on-demand" as const }),
  fc.record(
    { kind: fc.constant("spot" as const), maxUsdPerHour: fc.double({ min: 0.01, max: 100, noNaN: true }) },
    { requiredKeys: ["kind"] },
  ),
  fc.record(
    {
      kind: fc.constant("reservation" as const),
      id: fc.constant(RESERVATION),
      zone: fc.constantFrom("1", "2"),
      nodes: fc.integer({ min: 1, max: 50 }),
    },
    { requiredKeys: ["kind", "id"] },
  ),
);

const pool: fc.Arbitrary<PoolInput> = fc.record(
  {
    name: arbitraryLabel(),
    machine,
    nodes: fc.oneof(
      fc.integer({ min: 1, max: 200 }),
      fc.record({ min: fc.integer({ min: 0, max: 5 }), max: fc.integer({ min: 5, max: 300 }) }),
    ),
    purchase: fc.array(purchase, { minLength: 1, maxLength: 3 }),
    placement: fc.constantFrom("cluster" as const, "none" as const),
    diskGiB: fc.integer({ min: 60, max: 2000 }),
  },
  { requiredKeys: ["name", "machine", "nodes", "purchase"] },
);

const sizeGiB = fc.integer({ min: 1, max: 100_000 });
const storage: fc.Arbitrary<StorageInput> = fc.oneof(
  fc.record({ name: arbitraryLabel(), kind: fc.constant("object" as const), versioned: fc.boolean() }),
  fc.record(
    { name: arbitraryLabel(), kind: fc.constant("parallel" as const), sizeGiB },
    { requiredKeys: ["name", "kind"] },
  ),
  fc.record(
    {
      name: arbitraryLabel(),
      kind: fc.constant("file" as const),
      sizeGiB,
      throughputMBps: fc.integer({ min: 1, max: 20_000 }),
    },
    { requiredKeys: ["name", "kind"] },
  ),
  fc.record({ name: arbitraryLabel(), kind: fc.constant("model-cache" as const) }),
);

/** Valid environments on Azure: pools of every kind of machine and purchase, storage of every kind. */
export const arbitraryAzureEnvironment: fc.Arbitrary<Partial<EnvironmentInput>> = fc.record(
  {
    name: arbitraryLabel(),
    pools: fc.uniqueArray(pool, { minLength: 1, maxLength: 5, selector: ({ name }) => name }),
    storage: fc.uniqueArray(storage, { maxLength: 5, selector: ({ name }) => name }),
    lifetime: fc.constantFrom("1d", "30d"),
    network: fc.record({ cidr: fc.constantFrom("10.64.0.0/12", "10.40.0.0/16", "172.24.0.0/13") }),
  },
  { requiredKeys: ["name", "pools", "storage"] },
);
