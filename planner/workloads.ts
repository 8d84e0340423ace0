import type { FindingKind } from "../spec/finding.ts";
import { nearestName } from "../spec/nearest-name.ts";
import type { Environment } from "../spec/schema/environment.ts";
import type { WorkloadSpec } from "../spec/schema/workload.ts";
import type { PlanContext } from "./context.ts";
import type { QueuePlan } from "./plan/cluster.ts";
import type { PoolPlan } from "./plan/pool.ts";
import type { WorkloadPlan } from "./plan/workload.ts";
import { type WorkloadModel, workloadModel } from "./workload-model.ts";

export const modelUnknown: FindingKind = {
  code: "model-unknown",
  severity: "error",
  title: "A model is one of the catalog's, the result of another workload, or a repository of a model hub.",
  source: "docs/catalog/models.md",
};

/** The workloads with their pool, queue, nodes, model and the storage that they read and write. */
export function planWorkloads(
  environment: Environment,
  pools: readonly PoolPlan[],
  queues: readonly QueuePlan[],
  context: PlanContext,
): WorkloadPlan[] {
  return environment.workloads.map((workload, index) => {
    const model = workloadModel(workload, environment.workloads, context.catalog);
    if (model.kind === "unknown") reportUnknown(workload, model.name, index, context);
    const pool = poolOf(workload);
    return {
      name: workload.name,
      kind: workload.kind,
      pool,
      nodes: nodesOf(workload, pools),
      model: modelName(model),
      reads: "reads" in workload ? (workload.reads ?? null) : null,
      writes: writesOf(workload, environment),
      queue: workload.queue ?? queues.find((queue) => queue.pool === pool)?.name ?? null,
      after: workload.after,
    };
  });
}

/** A pipeline has a pool where all its steps that name one name the same. */
function poolOf(workload: WorkloadSpec): string | null {
  if (workload.kind !== "data") return workload.pool;
  const named = new Set(workload.steps.flatMap(({ pool }) => (pool === undefined ? [] : [pool])));
  const [only] = named;
  return named.size === 1 ? (only ?? null) : null;
}

/** Training takes the nodes it says, else its whole pool; what serves or evaluates is sized by its traffic. */
function nodesOf(workload: WorkloadSpec, pools: readonly PoolPlan[]): number | null {
  if (workload.kind !== "training" && workload.kind !== "fine-tuning") return null;
  return workload.nodes ?? pools.find(({ name }) => name === workload.pool)?.nodes ?? null;
}

function modelName(model: WorkloadModel): string | null {
  switch (model.kind) {
    case "catalog":
      return model.model.id;
    case "hub":
      return model.repository;
    case "unknown":
      return model.name;
    case "none":
      return null;
  }
}

/** Where results go: as written, else the file system that the data comes from, else the first one that can hold them. */
function writesOf(workload: WorkloadSpec, { storage }: Environment): string | null {
  if (workload.kind === "serving" || workload.kind === "evaluation") return null;
  if (workload.writes !== undefined) return workload.writes;
  const read = storage.find(({ name }) => name === workload.reads);
  if (read?.kind === "parallel" || read?.kind === "file") return read.name;
  const order = ["parallel", "file", "object"] as const;
  const found = order.map((kind) => storage.find((each) => each.kind === kind && isWritable(each)));
  return found.find((each) => each !== undefined)?.name ?? null;
}

/** An existing bucket is used and never changed. */
function isWritable({ kind, existing }: Environment["storage"][number]): boolean {
  return kind !== "object" || existing === undefined;
}

function reportUnknown(workload: WorkloadSpec, model: string, index: number, context: PlanContext): void {
  const known = context.catalog.models().flatMap(({ id, aliases }) => [id, ...aliases]);
  const near = nearestName(model, known);
  context.report(modelUnknown, {
    path: ["workloads", index, "model"],
    message: `${workload.name}: the catalog has no model ${model}.`,
    got: model,
    hint: `${near === undefined ? "" : `Did you mean ${near}? `}A model hub's repository is written { hub: org/name }.`,
  });
}
