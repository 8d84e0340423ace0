import type { Occurrence, Path } from "../finding.ts";
import { formatPath } from "../path.ts";
import type { Draft, EnvironmentDraft } from "../validation/draft.ts";
import type { Rule } from "./rule.ts";

interface NamedList {
  readonly path: Path;
  readonly items: Draft<readonly { readonly name: string }[]> | undefined;
}

/** Names are how the parts of a file refer to each other. */
export const duplicateName: Rule = {
  code: "duplicate-name",
  severity: "error",
  title: "Pools, storage, queues, workloads and the steps of a workload have names of their own.",
  source: "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/",
  violations: (draft) => namedLists(draft).flatMap(duplicates),
};

function namedLists(draft: EnvironmentDraft): readonly NamedList[] {
  const steps = (draft.workloads ?? []).map((workload, index) => ({
    path: ["workloads", index, "steps"],
    items: workload?.kind === "data" ? workload.steps : undefined,
  }));
  return [
    { path: ["pools"], items: draft.pools },
    { path: ["storage"], items: draft.storage },
    { path: ["orchestration", "queues"], items: draft.orchestration?.queues },
    { path: ["workloads"], items: draft.workloads },
    ...steps,
  ];
}

function duplicates({ path, items }: NamedList): readonly Occurrence[] {
  const seen = new Map<string, number>();
  return (items ?? []).flatMap((item, index) => {
    if (item?.name === undefined) return [];
    const first = seen.get(item.name);
    if (first === undefined) {
      seen.set(item.name, index);
      return [];
    }
    const at = [...path, index, "name"];
    return [
      {
        path: at,
        message: `${formatPath(at)} is ${item.name}, the name of ${formatPath([...path, first])} already.`,
        got: item.name,
        allowed: "a name that no other has",
        hint: "Rename one of them, and what refers to it.",
      },
    ];
  });
}
