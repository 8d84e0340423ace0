import type { EnvironmentPlan } from "../../../planner/plan/index.ts";
import { painter } from "../../streams.ts";
import { moment } from "../figures.ts";
import { cluster } from "./cluster.ts";
import { cost, energy, quota, timeline } from "./figures.ts";
import { network } from "./network.ts";
import { pools, purchase } from "./pools.ts";
import type { Section } from "./section.ts";
import { storage } from "./storage.ts";
import { guardrails, workloads } from "./workloads.ts";

/** The order in which a person asks: what, how bought, where, how much, when. */
const sections: readonly Section[] = [
  pools,
  purchase,
  storage,
  network,
  cluster,
  workloads,
  cost,
  energy,
  quota,
  timeline,
  guardrails,
];

/** The plan as text for a terminal of 100 columns. */
export function showPlan(plan: EnvironmentPlan, colour: boolean): string {
  const paint = painter(colour);
  const heading = `${paint("bold", plan.name)}  ${plan.cloud} ${plan.region}\n${plan.account === null ? "account of the credentials" : `account ${plan.account}`}, planned ${moment(plan.plannedAt)}`;
  const body = sections.map((section) => section(plan, paint)).filter((text) => text !== undefined);
  return `${[heading, ...body].join("\n")}\n`;
}
