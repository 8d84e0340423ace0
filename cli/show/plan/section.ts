import type { EnvironmentPlan } from "../../../planner/plan/index.ts";
import type { Style } from "../../streams.ts";

export type Paint = (style: Style, text: string) => string;

/** One part of the printed plan: nothing when it has nothing to say. */
export type Section = (plan: EnvironmentPlan, paint: Paint) => string | undefined;

/** A heading with what follows it, a blank line before. */
export const titled = (paint: Paint, title: string, body: string): string =>
  `\n${paint("bold", title)}\n${body}`;
