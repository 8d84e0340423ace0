import type { Path } from "../finding.ts";
import type { WorkloadSpec } from "../schema/workload.ts";
import type { Draft, EnvironmentDraft } from "../validation/draft.ts";

export type ReferenceTarget = "pool" | "storage" | "queue" | "workload" | "step";

/** A place in a file that names another part of it. */
export interface Reference {
  readonly to: ReferenceTarget;
  readonly path: Path;
  readonly name: string;
  /** Names that may stand there; `undefined` when the list of them was not understood. */
  readonly names: readonly string[] | undefined;
}

type Names = Readonly<Record<Exclude<ReferenceTarget, "step">, readonly string[] | undefined>>;

/** Every reference of a file, in the order of the file. */
export function referencesIn(draft: EnvironmentDraft): readonly Reference[] {
  const names: Names = {
    pool: namesOf(draft.pools),
    storage: namesOf(draft.storage),
    queue: draft.orchestration === undefined ? [] : namesOf(draft.orchestration.queues ?? []),
    workload: namesOf(draft.workloads),
  };
  const to = (target: keyof Names, path: Path, name: string | undefined): readonly Reference[] =>
    name === undefined ? [] : [{ to: target, path, name, names: names[target] }];

  const storage = (draft.storage ?? []).flatMap((each, index) =>
    each !== undefined && "source" in each ? to("storage", ["storage", index, "source"], each.source) : [],
  );
  const queues = (draft.orchestration?.queues ?? []).flatMap((each, index) =>
    to("pool", ["orchestration", "queues", index, "pool"], each?.pool),
  );
  const workloads = (draft.workloads ?? []).flatMap((each, index) => {
    if (each === undefined) return [];
    const at = (...steps: Path): Path => ["workloads", index, ...steps];
    return [
      ...to("pool", at("pool"), "pool" in each ? each.pool : undefined),
      ...to("storage", at("reads"), "reads" in each ? each.reads : undefined),
      ...to("storage", at("writes"), "writes" in each ? each.writes : undefined),
      ...to("queue", at("queue"), each.queue),
      ...to("workload", at("model", "from"), modelFrom(each)),
      ...(each.after ?? []).flatMap((name, step) => to("workload", at("after", step), name)),
      ...stepReferences(each, at("steps"), names.pool),
    ];
  });
  return [...storage, ...queues, ...workloads];
}

/** The workload that a workload's model comes from. */
export function modelFrom(workload: Draft<WorkloadSpec>): string | undefined {
  if (!("model" in workload)) return undefined;
  const { model } = workload;
  return typeof model === "object" && "from" in model ? model.from : undefined;
}

function stepReferences(
  workload: Draft<WorkloadSpec>,
  path: Path,
  pools: readonly string[] | undefined,
): readonly Reference[] {
  if (workload.kind !== "data") return [];
  const steps = workload.steps ?? [];
  const names = namesOf(steps);
  return steps.flatMap((step, index): readonly Reference[] => [
    ...(step?.pool === undefined
      ? []
      : [{ to: "pool" as const, path: [...path, index, "pool"], name: step.pool, names: pools }]),
    ...(step?.after ?? []).flatMap((name, position) =>
      name === undefined
        ? []
        : [{ to: "step" as const, path: [...path, index, "after", position], name, names }],
    ),
  ]);
}

function namesOf(
  items: Draft<readonly { readonly name: string }[]> | undefined,
): readonly string[] | undefined {
  return items?.flatMap((item) => (item?.name === undefined ? [] : [item.name]));
}
