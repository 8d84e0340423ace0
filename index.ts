/** The public door: write an environment in TypeScript, plan it, check it. Constructs: `engineroom/aws`. */
export { openCatalog } from "./catalog/index.ts";
export type { EnvironmentPlan } from "./planner/plan/index.ts";
export { planEnvironment } from "./planner/plan-environment.ts";
export { defineEnvironment, parseEnvironment } from "./spec/define-environment.ts";
export type { Finding } from "./spec/finding.ts";
export { loadEnvironment } from "./spec/load.ts";
export type { Environment, EnvironmentInput } from "./spec/schema/environment.ts";
