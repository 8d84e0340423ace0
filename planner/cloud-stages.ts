import type { CloudName } from "../catalog/types.ts";

/** One stage of planning for each cloud that is planned. */
export type CloudStages<Stage> = Readonly<Partial<Record<CloudName, Stage>>>;

/** Picks a cloud's stage. A cloud without one is a bug: `planEnvironment` says so before any stage runs. */
export function stageOf<Stage>(stages: CloudStages<Stage>, cloud: CloudName): Stage {
  const stage = stages[cloud];
  if (stage === undefined) throw new Error(`No planner for ${cloud}.`);
  return stage;
}
