export type * from "./cluster.ts";
export type * from "./environment.ts";
export type * from "./figures.ts";
export type * from "./guardrails.ts";
export type * from "./network.ts";
export type * from "./pool.ts";
export type * from "./storage.ts";
export type * from "./workload.ts";
