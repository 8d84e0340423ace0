import type { TimelinePlan, TimelineStep } from "../plan/figures.ts";

/** A resource of a stack before its place in time is known. */
export interface StackStep {
  readonly id: string;
  /** Type, with the variant after `#` where it decides the time. */
  readonly type: string;
  /** `null`: not known; it counts as zero. */
  readonly minutes: number | null;
  readonly source: string | null;
  /** Ids of steps of the same stack that must have finished. */
  readonly after: readonly string[];
}

/** A stack begins when those that it depends on are complete. */
export interface StackSteps {
  readonly stack: string;
  readonly dependsOn: readonly string[];
  readonly steps: readonly StackStep[];
}

/**
 * Places steps in time: each begins as soon as everything before it has finished, whatever runs beside it. The longest
 * chain is the time of the deployment; what takes no time is left out of it. Steps that wait for each other in a circle begin as if the last link were not there.
 */
export function schedule(stacks: readonly StackSteps[]): TimelinePlan {
  const placed = new Map<string, TimelineStep>();
  const lastOf = new Map<string, TimelineStep>();
  for (const stack of inOrder(stacks)) {
    const before = stack.dependsOn.flatMap((name) => lastOf.get(name) ?? []);
    for (const step of place(stack, latest(before), placed)) {
      const last = lastOf.get(stack.stack);
      lastOf.set(stack.stack, last === undefined || isLater(step, last) ? step : last);
    }
  }
  const steps = [...placed.values()];
  const last = latest(steps);
  return {
    minutes: last === undefined ? 0 : endOf(last),
    criticalPath: last === undefined ? [] : chainTo(last, placed),
    steps,
    unknown: unknownTypes(stacks),
  };
}

function place(
  { stack, steps }: StackSteps,
  gate: TimelineStep | undefined,
  placed: Map<string, TimelineStep>,
): TimelineStep[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const open = new Set<string>();
  const visit = (step: StackStep): TimelineStep => {
    const known = placed.get(step.id);
    if (known !== undefined) return known;
    open.add(step.id);
    const before = step.after
      .filter((id) => !open.has(id))
      .flatMap((id) => byId.get(id) ?? [])
      .map(visit);
    open.delete(step.id);
    const waitsFor = before.length === 0 && gate !== undefined ? [gate] : before;
    const result: TimelineStep = {
      id: step.id,
      stack,
      type: step.type,
      minutes: step.minutes ?? 0,
      startsAtMinute: waitsFor.reduce((start, each) => Math.max(start, endOf(each)), 0),
      after: waitsFor.map(({ id }) => id),
      source: step.source,
    };
    placed.set(step.id, result);
    return result;
  };
  return steps.map(visit);
}

/** Stacks after those that they depend on. */
function inOrder(stacks: readonly StackSteps[]): StackSteps[] {
  const byName = new Map(stacks.map((stack) => [stack.stack, stack]));
  const done = new Set<string>();
  const ordered: StackSteps[] = [];
  const visit = (stack: StackSteps): void => {
    if (done.has(stack.stack)) return;
    done.add(stack.stack);
    for (const name of stack.dependsOn) {
      const before = byName.get(name);
      if (before !== undefined) visit(before);
    }
    ordered.push(stack);
  };
  for (const stack of stacks) visit(stack);
  return ordered;
}

function chainTo(last: TimelineStep, placed: ReadonlyMap<string, TimelineStep>): string[] {
  const chain: string[] = [];
  for (let step: TimelineStep | undefined = last; step !== undefined; ) {
    if (step.minutes > 0) chain.unshift(step.id);
    step = latest(step.after.flatMap((id) => placed.get(id) ?? []));
  }
  return chain;
}

/** The step that ends last; of several the longest, and of those the first by id. */
function latest(steps: readonly TimelineStep[]): TimelineStep | undefined {
  return steps.reduce<TimelineStep | undefined>(
    (best, step) => (best === undefined || isLater(step, best) ? step : best),
    undefined,
  );
}

function isLater(step: TimelineStep, than: TimelineStep): boolean {
  const later = endOf(step) - endOf(than) || step.minutes - than.minutes;
  return later > 0 || (later === 0 && step.id < than.id);
}

/** To a hundredth of a minute, so that sums do not show how numbers are stored. */
function endOf({ startsAtMinute, minutes }: TimelineStep): number {
  return Math.round((startsAtMinute + minutes) * 100) / 100;
}

function unknownTypes(stacks: readonly StackSteps[]): string[] {
  const types = stacks.flatMap(({ steps }) =>
    steps.filter(({ minutes }) => minutes === null).map(({ type }) => type),
  );
  return [...new Set(types)].sort();
}
