import fc from "fast-check";
import type { EnvironmentInput } from "../../spec/schema/environment.ts";

type PoolInput = NonNullable<EnvironmentInput["pools"]>[number];
type PurchaseInput = NonNullable<PoolInput["purchase"]>[number];
type StorageInput = NonNullable<EnvironmentInput["storage"]>[number];
type QueueInput = NonNullable<NonNullable<EnvironmentInput["orchestration"]>["queues"]>[number];

/** What the environments may be made of: facts belong to the caller. */
export interface EnvironmentVocabulary {
  readonly region: string;
  /** AWS zone ids of the region. */
  readonly zones: readonly string[];
  /** Machine types; each is a pool's exact machine. */
  readonly machines: readonly string[];
  /** Catalog ids of accelerators. When given, some pools say an accelerator in place of a machine. */
  readonly accelerators?: readonly string[];
  /** Default 4. */
  readonly maxPools?: number;
}

/** A lower-case DNS label of 1 to `maxLength` characters, starting with a letter and not ending with a hyphen. */
export function arbitraryLabel(maxLength = 20): fc.Arbitrary<string> {
  return fc.stringMatching(new RegExp(`^[a-z]([-a-z0-9]{0,${Math.max(maxLength - 2, 0)}}[a-z0-9])?$`));
}

/** Valid AWS environments: pools of every purchase kind, storage of every kind, queues, a network and a lifetime. */
export function arbitraryAwsEnvironment(vocabulary: EnvironmentVocabulary): fc.Arbitrary<EnvironmentInput> {
  const { region, maxPools = 4 } = vocabulary;
  return fc
    .record({
      name: arbitraryLabel(),
      pools: fc.uniqueArray(arbitraryPool(vocabulary), {
        minLength: 1,
        maxLength: maxPools,
        selector: nameOf,
      }),
      storage: fc.uniqueArray(arbitraryStorage(), { maxLength: 4, selector: nameOf }),
      zones: fc.option(fc.shuffledSubarray([...vocabulary.zones], { minLength: 1 }), { nil: undefined }),
      lifetime: fc.option(
        fc.integer({ min: 1, max: 90 }).map((days) => `${days}d`),
        { nil: undefined },
      ),
      usdPerMonth: fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: undefined }),
      cidr: fc.option(
        fc.integer({ min: 0, max: 255 }).map((second) => `10.${second}.0.0/16`),
        { nil: undefined },
      ),
    })
    .chain(({ name, pools, storage, zones, lifetime, usdPerMonth, cidr }) =>
      arbitraryQueues(pools.map(nameOf)).map(
        (queues): EnvironmentInput => ({
          name,
          cloud: "aws",
          region,
          owner: "team@example.com",
          pools,
          storage: joinedToBuckets(storage),
          orchestration: { queues },
          ...(zones === undefined ? {} : { zones }),
          ...(lifetime === undefined ? {} : { lifetime }),
          ...(usdPerMonth === undefined ? {} : { budget: { usdPerMonth } }),
          ...(cidr === undefined ? {} : { network: { cidr } }),
        }),
      ),
    );
}

function arbitraryPool(vocabulary: EnvironmentVocabulary): fc.Arbitrary<PoolInput> {
  const machine = fc.constantFrom(...vocabulary.machines).map((name) => ({ machine: name }));
  const accelerator = fc.constantFrom(...(vocabulary.accelerators ?? [])).map((id) => ({ accelerator: id }));
  const what: fc.Arbitrary<Pick<PoolInput, "machine" | "accelerator">> =
    (vocabulary.accelerators ?? []).length > 0 ? fc.oneof(machine, accelerator) : machine;
  return fc
    .record({
      name: arbitraryLabel(),
      what,
      nodes: fc.oneof(fc.integer({ min: 1, max: 64 }), arbitraryRange()),
      purchase: fc.option(arbitraryPurchase(), { nil: undefined }),
      fabric: fc.option(fc.constantFrom("full" as const, "none" as const), { nil: undefined }),
    })
    .map(({ name, what: chosen, nodes, purchase, fabric }) => ({
      name,
      ...chosen,
      nodes,
      ...(purchase === undefined ? {} : { purchase }),
      ...(fabric === undefined ? {} : { fabric }),
    }));
}

function arbitraryRange(): fc.Arbitrary<{ min: number; max: number }> {
  return fc
    .tuple(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 16 }))
    .map(([min, more]) => ({ min, max: min + more }));
}

/** One to three options; ids differ, dated options begin within a year of 2027-01-01 and last 1 to 28 days. */
function arbitraryPurchase(): fc.Arbitrary<PurchaseInput[]> {
  const id = fc.stringMatching(/^[0-9a-f]{17}$/).map((hex) => `cr-${hex}`);
  const dates = fc
    .tuple(fc.integer({ min: 0, max: 365 }), fc.integer({ min: 1, max: 28 }))
    .map(([from, days]) => ({ start: dayOf2027(from), end: dayOf2027(from + days) }));
  const option: fc.Arbitrary<PurchaseInput> = fc.oneof(
    fc.constant<PurchaseInput>({ kind: "on-demand" }),
    fc.constant<PurchaseInput>({ kind: "spot" }),
    id.map((each): PurchaseInput => ({ kind: "reservation", id: each })),
    fc.tuple(id, dates).map(([each, when]): PurchaseInput => ({ kind: "capacity-block", id: each, ...when })),
  );
  return fc.array(option, { minLength: 1, maxLength: 3 });
}

function arbitraryStorage(): fc.Arbitrary<StorageInput> {
  const name = arbitraryLabel();
  const size = fc.option(fc.integer({ min: 1, max: 200_000 }), { nil: undefined });
  return fc.oneof(
    name.map((each): StorageInput => ({ name: each, kind: "object" })),
    name.map((each): StorageInput => ({ name: each, kind: "model-cache" })),
    fc
      .tuple(name, size, fc.boolean())
      .map(([each, sizeGiB, scratch]): StorageInput => ({ name: each, kind: "parallel", sizeGiB, scratch })),
    fc.tuple(name, size).map(([each, sizeGiB]): StorageInput => ({ name: each, kind: "file", sizeGiB })),
  );
}

/** Every parallel file system is joined to the first bucket, where there is one. */
function joinedToBuckets(storage: readonly StorageInput[]): StorageInput[] {
  const bucket = storage.find(({ kind }) => kind === "object");
  return storage.map((each) =>
    withoutUndefined(
      each.kind === "parallel" && bucket !== undefined ? { ...each, source: bucket.name } : each,
    ),
  );
}

function arbitraryQueues(pools: readonly string[]): fc.Arbitrary<QueueInput[]> {
  const queue = fc.record({
    name: arbitraryLabel(),
    pool: fc.constantFrom(...pools),
    accelerators: fc.integer({ min: 0, max: 8 }),
    borrow: fc.boolean(),
  });
  return fc.uniqueArray(queue, { maxLength: 3, selector: nameOf });
}

function withoutUndefined(storage: StorageInput): StorageInput {
  return Object.fromEntries(
    Object.entries(storage).filter(([, value]) => value !== undefined),
  ) as StorageInput;
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

function dayOf2027(day: number): string {
  return `${new Date(Date.UTC(2027, 0, 1 + day, 11, 30)).toISOString().slice(0, 19)}Z`;
}
