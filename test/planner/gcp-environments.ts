import fc from "fast-check";
import { type PlannedEnvironment, planEnvironment } from "../../planner/index.ts";
import type { EnvironmentPlan } from "../../planner/plan/environment.ts";
import type { GcpClusterPlan, GcpNetworkPlan } from "../../planner/plan/gcp.ts";
import type { GcpOptionPlan, GcpPoolPlan } from "../../planner/plan/gcp-pool.ts";
import type { PoolPlan } from "../../planner/plan/pool.ts";
import type { EnvironmentInput } from "../../spec/schema/environment.ts";
import { catalog, environment, now } from "./fixtures.ts";

type PoolInput = NonNullable<EnvironmentInput["pools"]>[number];
type StorageInput = NonNullable<EnvironmentInput["storage"]>[number];

/** Plans an environment on Google Cloud: us-central1, one pool of L4 unless said otherwise. */
export function planOf(input: Partial<EnvironmentInput> = {}): PlannedEnvironment {
  const pools: PoolInput[] = [{ name: "gpu", machine: "g2-standard-12", nodes: 1 }];
  return planEnvironment(environment({ cloud: "gcp", region: "us-central1", pools, ...input }), {
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

/** The first pool of a plan with this pool alone, with what GKE has beside. */
export function plannedPool(
  pool: Omit<PoolInput, "name">,
  rest: Partial<EnvironmentInput> = {},
): PoolPlan & { readonly gcp: GcpPoolPlan } {
  const [first] = planned({ pools: [{ ...pool, name: "gpu" }], ...rest }).pools;
  if (first?.gcp === undefined) throw new Error("There is no pool.");
  return { ...first, gcp: first.gcp };
}

/** The purchase option at `index` of that pool, as GKE has it. */
export function plannedOption(pool: Omit<PoolInput, "name">, index = 0): GcpOptionPlan {
  const option = plannedPool(pool).options[index]?.gcp;
  if (option === undefined) throw new Error("There is no option.");
  return option;
}

export function plannedNetwork(input: Partial<EnvironmentInput> = {}): GcpNetworkPlan {
  const { network } = planned(input);
  if (network.cloud !== "gcp") throw new Error(`The network is of ${network.cloud}.`);
  return network;
}

export function plannedCluster(input: Partial<EnvironmentInput> = {}): GcpClusterPlan {
  const { gcp } = planned(input).cluster;
  if (gcp === undefined) throw new Error("The cluster has no GKE part.");
  return gcp;
}

/** Codes of what was noticed, but for figures that no source has. */
export function codesOf(input: Partial<EnvironmentInput>): readonly string[] {
  const figures = [
    "price-unknown",
    "power-unknown",
    "carbon-unknown",
    "quota-name-unknown",
    "machine-zones-unknown",
  ];
  return planOf(input)
    .findings.map(({ code }) => code)
    .filter((code) => !figures.includes(code));
}

const machine = fc.constantFrom(
  "g2-standard-12",
  "g4-standard-6",
  "a2-highgpu-8g",
  "a3-highgpu-8g",
  "a3-megagpu-8g",
  "a3-ultragpu-8g",
  "a4-highgpu-8g",
  "a4x-highgpu-4g",
  "a4x-maxgpu-4g-metal",
  "ct6e-standard-4t",
  "tpu7x-standard-4t",
);

const purchase = fc.oneof(
  fc.constant({ kind: "on-demand" as const }),
  fc.constant({ kind: "spot" as const }),
  fc.constant({ kind: "flex-start" as const }),
  fc.constant({ kind: "queued" as const }),
  fc.record(
    {
      kind: fc.constant("reservation" as const),
      id: fc.constant("block/reservationBlocks/b1"),
      zone: fc.constantFrom("us-central1-a", "us-central1-b"),
      nodes: fc.integer({ min: 1, max: 50 }),
    },
    { requiredKeys: ["kind", "id"] },
  ),
  fc.record({
    kind: fc.constant("calendar" as const),
    id: fc.constant("calendar-1"),
    start: fc.constant("2027-03-01T00:00:00Z"),
    end: fc.constant("2027-03-15T00:00:00Z"),
  }),
);

const nodes = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 4, max: 200 }))
    .map(([min, max]) => ({ min, max })),
);

const pool = (name: string): fc.Arbitrary<PoolInput> =>
  fc.record(
    {
      name: fc.constant(name),
      machine,
      nodes,
      purchase: fc.array(purchase, { minLength: 1, maxLength: 3 }),
      fabric: fc.constantFrom("full" as const, "none" as const),
      placement: fc.constantFrom("cluster" as const, "none" as const),
    },
    { requiredKeys: ["name", "machine", "nodes"] },
  );

const storage: fc.Arbitrary<StorageInput[]> = fc
  .tuple(
    fc.option(
      fc.record({ kind: fc.constant("parallel" as const), sizeGiB: fc.integer({ min: 1, max: 3_000_000 }) }),
    ),
    fc.option(
      fc.record({ kind: fc.constant("file" as const), sizeGiB: fc.integer({ min: 1, max: 90_000 }) }),
    ),
    fc.option(fc.constant({ kind: "object" as const })),
    fc.option(fc.constant({ kind: "model-cache" as const })),
  )
  .map((all) => all.flatMap((one, index) => (one === null ? [] : [{ ...one, name: `store-${index}` }])));

/** Valid files on Google Cloud, of every family and way of buying. */
export const arbitraryGcpEnvironment: fc.Arbitrary<Partial<EnvironmentInput>> = fc
  .tuple(
    fc
      .array(fc.constant(0), { minLength: 1, maxLength: 4 })
      .chain((all) => fc.tuple(...all.map((_, i) => pool(`p${i}`)))),
    storage,
    fc.option(fc.constantFrom("10.40.0.0/16", "10.0.0.0/12", "172.16.0.0/20"), { nil: undefined }),
    fc.constantFrom<string[]>([], ["10.0.0.0/9"], ["192.168.0.0/16"]),
    fc.option(fc.constant("14d"), { nil: undefined }),
  )
  .map(([pools, stores, cidr, avoid, lifetime]) => ({
    pools,
    storage: stores,
    network: cidr === undefined ? { avoid } : { cidr },
    ...(lifetime === undefined ? {} : { lifetime }),
  }));
