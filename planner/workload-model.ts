import type { Catalog } from "../catalog/catalog.ts";
import type { Model } from "../catalog/types.ts";
import type { Environment } from "../spec/schema/environment.ts";
import type { WorkloadSpec } from "../spec/schema/workload.ts";

/** The model that a workload begins with: through `from`, the one that the other workload began with. */
export type WorkloadModel =
  | { readonly kind: "catalog"; readonly model: Model }
  | { readonly kind: "hub"; readonly repository: string }
  | { readonly kind: "unknown"; readonly name: string }
  | { readonly kind: "none" };

export function workloadModel(
  workload: WorkloadSpec,
  workloads: Environment["workloads"],
  catalog: Catalog,
): WorkloadModel {
  const seen = new Set<string>();
  let current: WorkloadSpec | undefined = workload;
  while (current !== undefined && !seen.has(current.name)) {
    seen.add(current.name);
    const written = writtenModel(current);
    if (written === undefined) return { kind: "none" };
    if (typeof written === "string") return named(written, catalog);
    if ("hub" in written) return hub(written.hub, catalog);
    current = workloads.find(({ name }) => name === written.from);
  }
  return { kind: "none" };
}

type WrittenModel = Exclude<WorkloadSpec, { kind: "data" }>["model"];

function writtenModel(workload: WorkloadSpec): WrittenModel | undefined {
  return workload.kind === "data" ? undefined : workload.model;
}

function named(name: string, catalog: Catalog): WorkloadModel {
  const model = catalog.model(name);
  return model === undefined ? { kind: "unknown", name } : { kind: "catalog", model };
}

/** A repository that the catalog knows under another name has the same figures. */
function hub(repository: string, catalog: Catalog): WorkloadModel {
  const model = catalog.model(repository);
  return model === undefined ? { kind: "hub", repository } : { kind: "catalog", model };
}
