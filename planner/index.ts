export { changeHazards } from "./change-hazards.ts";
export { diffPlans, type PlanChange } from "./diff.ts";
export { planFacts } from "./facts.ts";
export { plannerFindingKinds } from "./finding-kinds.ts";
export type * from "./plan/index.ts";
export { type PlannedEnvironment, type PlanOptions, planEnvironment } from "./plan-environment.ts";
export { type NetworkForInput, type PlannedNetwork, planNetworkFor } from "./plan-network.ts";
export { type NodePoolInput, type PlannedNodePool, planNodePool } from "./plan-node-pool.ts";
export { type TemplateStack, templateTimeline } from "./timeline/template.ts";
