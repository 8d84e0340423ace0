import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from "yaml";
import { openCatalog } from "../../../catalog/index.ts";
import { exampleFiles, exampleNow } from "../../../environments/index.ts";
import type { EnvironmentPlan } from "../../../planner/plan/index.ts";
import { planEnvironment } from "../../../planner/plan-environment.ts";
import { loadEnvironment } from "../../../spec/load.ts";

export { exampleNow };

/** An example environment of one cloud with its plan. */
export interface Example {
  readonly file: string;
  readonly name: string;
  readonly plan: EnvironmentPlan;
}

/** The examples on AWS. Throws when one of them has no plan. */
export function awsExamples(): Example[] {
  return allExamples().filter(({ plan }) => plan.cloud === "aws");
}

/** The examples that Pulumi builds. Throws when one of them has no plan. */
export function pulumiExamples(): Example[] {
  return allExamples().filter(({ plan }) => plan.cloud !== "aws");
}

/** Every example of every cloud. Throws when one of them has no plan. */
export function allExamples(): Example[] {
  return exampleFiles().map((file) => ({ file, name: basename(file, ".yaml"), plan: planOf(file) }));
}

/** The plan of an environment file at the examples' time. Throws with the findings when there is none. */
export function planOf(file: string): EnvironmentPlan {
  const readPolicy = (name: string): string => readFileSync(resolve(dirname(file), name), "utf8");
  const loaded = loadEnvironment(readFileSync(file, "utf8"), { fileName: file, readPolicy });
  const { environment } = loaded;
  if (environment === undefined) throw new Error(`${file}: ${JSON.stringify(loaded.findings)}`);
  const planned = planEnvironment(environment, { catalog: openCatalog(), now: Date.parse(exampleNow) });
  if (planned.plan === undefined) throw new Error(`${file}: ${JSON.stringify(planned.findings)}`);
  return planned.plan;
}

/**
 * Writes a copy of an environment file into a folder with one pool of another size, as somebody would edit it: one node
 * fewer where there are at least two, else one more. Takes the first fixed pool, or the first pool's maximum.
 */
export function resized({ file }: Example, folder: string): { readonly file: string; readonly pool: string } {
  const document = parseDocument(readFileSync(file, "utf8"));
  const pools = document.get("pools");
  const maps = isSeq(pools) ? pools.items.filter((item): item is YAMLMap => isMap(item)) : [];
  const pool = maps.find((each) => typeof each.get("nodes") === "number") ?? maps[0];
  if (pool === undefined) throw new Error(`${file} has no pool`);
  const nodes: unknown = pool.get("nodes", true);
  if (isScalar(nodes)) nodes.value = otherCount(Number(nodes.value));
  else if (isMap(nodes)) nodes.set("max", Number(nodes.get("max")) + 1);
  const copy = join(folder, basename(file));
  writeFileSync(copy, document.toString());
  return { file: copy, pool: String(pool.get("name")) };
}

function otherCount(nodes: number): number {
  return nodes >= 2 ? nodes - 1 : nodes + 1;
}
