import type { Occurrence, Path } from "../finding.ts";
import { formatPath } from "../path.ts";
import type { Draft, EnvironmentDraft } from "../validation/draft.ts";
import { modelFrom } from "./references-in-file.ts";
import type { Rule } from "./rule.ts";

interface Waiting {
  readonly name: string;
  readonly path: Path;
  readonly waitsFor: readonly string[];
}

/** Work that waits for itself never starts. */
export const afterCycle: Rule = {
  code: "after-cycle",
  severity: "error",
  title: "No workload or step waits, directly or through others, for itself.",
  source: "https://argo-workflows.readthedocs.io/en/latest/walk-through/dag/",
  violations: (draft) => graphs(draft).flatMap(cycles),
};

function graphs(draft: EnvironmentDraft): readonly (readonly Waiting[])[] {
  const workloads = draft.workloads ?? [];
  const steps = workloads.map((workload, index) =>
    workload?.kind === "data" ? waitingIn(workload.steps ?? [], ["workloads", index, "steps"]) : [],
  );
  return [waitingIn(workloads, ["workloads"]), ...steps];
}

function waitingIn(
  items: readonly (
    | Draft<{ readonly name: string; readonly after: readonly string[] }>
    | NonNullable<EnvironmentDraft["workloads"]>[number]
    | undefined
  )[],
  path: Path,
): readonly Waiting[] {
  return items.flatMap((item, index) => {
    if (item?.name === undefined) return [];
    const from = "kind" in item ? modelFrom(item) : undefined;
    const after = (item.after ?? []).flatMap((name) => name ?? []);
    return [
      {
        name: item.name,
        path: [...path, index, after.length > 0 ? "after" : "model"],
        waitsFor: from === undefined ? after : [...after, from],
      },
    ];
  });
}

/** One finding for each cycle, at its first member in the file. Iterative, so that a long chain is no problem. */
function cycles(graph: readonly Waiting[]): readonly Occurrence[] {
  const byName = new Map(graph.map((each) => [each.name, each]));
  const finished = new Set<string>();
  return graph.flatMap((start) => {
    const cycle = findCycle(start, byName, finished);
    if (cycle === undefined) return [];
    const at = byName.get(cycle[0] ?? "")?.path ?? start.path;
    const chain = [...cycle, cycle[0]].join(" → ");
    return [
      {
        path: at,
        message:
          cycle.length === 1
            ? `${formatPath(at)}: ${cycle[0]} waits for itself.`
            : `${formatPath(at)}: these wait for each other: ${chain}.`,
        got: chain,
        hint: "Remove one of the names from `after` or `model.from`.",
      },
    ];
  });
}

function findCycle(
  start: Waiting,
  byName: ReadonlyMap<string, Waiting>,
  finished: Set<string>,
): readonly string[] | undefined {
  const trail: { readonly node: Waiting; next: number }[] = [{ node: start, next: 0 }];
  const onTrail = new Set([start.name]);
  while (trail.length > 0) {
    const top = trail.at(-1);
    if (top === undefined) return undefined;
    const name = top.node.waitsFor[top.next++];
    if (name === undefined || finished.has(top.node.name)) {
      finished.add(top.node.name);
      onTrail.delete(top.node.name);
      trail.pop();
      continue;
    }
    if (onTrail.has(name)) {
      const names = trail.map(({ node }) => node.name);
      for (const each of names) finished.add(each);
      return names.slice(names.indexOf(name));
    }
    const node = byName.get(name);
    if (node === undefined || finished.has(name)) continue;
    trail.push({ node, next: 0 });
    onTrail.add(name);
  }
  return undefined;
}
