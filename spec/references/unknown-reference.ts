import type { Occurrence } from "../finding.ts";
import { nearestNameHint } from "../nearest-name.ts";
import { formatPath } from "../path.ts";
import type { EnvironmentDraft } from "../validation/draft.ts";
import { type Reference, type ReferenceTarget, referencesIn } from "./references-in-file.ts";
import type { Rule } from "./rule.ts";

/** Names that a finding lists. */
const MOST_NAMES = 50;

const WHERE: Readonly<Record<ReferenceTarget, string>> = {
  pool: "under pools",
  storage: "under storage",
  queue: "under orchestration.queues",
  workload: "under workloads",
  step: "among the workload's steps",
};

function existing(to: ReferenceTarget, title: string): Rule {
  return {
    code: `unknown-${to}`,
    severity: "error",
    title,
    source: "docs/environment-file.md",
    violations: (draft: EnvironmentDraft) =>
      referencesIn(draft)
        .filter((reference) => reference.to === to)
        .flatMap(describe),
  };
}

function describe({ to, path, name, names }: Reference): readonly Occurrence[] {
  if (names === undefined || names.includes(name)) return [];
  return [
    {
      path,
      message: `${formatPath(path)} names the ${to} ${name}, which is not ${WHERE[to]}.`,
      got: name,
      allowed: names.slice(0, MOST_NAMES),
      hint: nearestNameHint(name, names) ?? `Add it ${WHERE[to]}.`,
    },
  ];
}

/** One rule for each sort of thing that a file refers to. */
export const unknownReferences: readonly Rule[] = [
  existing("pool", "A pool that is named is in the file."),
  existing("storage", "A storage that is named is in the file."),
  existing("queue", "A queue that is named is in the file."),
  existing("workload", "A workload that is named is in the file."),
  existing("step", "A step that is named is in its workload."),
];
