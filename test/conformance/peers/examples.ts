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
 * more, or one fewer where a reservation holds no more. Takes the first fixed pool that can have another size (a slice
 * cannot), or the first pool's maximum; where all are racks, half of them.
 */
export function resized({ file }: Example, folder: string): { readonly file: string; readonly pool: string } {
  const copy = join(folder, basename(file));
  const names = poolsOf(parseDocument(readFileSync(file, "utf8")))
    .toSorted((a, b) => Number(isFixed(b)) - Number(isFixed(a)))
    .map((pool) => String(pool.get("name")));
  for (const change of [more, fewer, half]) {
    for (const name of names) {
      const document = parseDocument(readFileSync(file, "utf8"));
      for (const pool of poolsOf(document)) if (pool.get("name") === name) resize(pool, change);
      writeFileSync(copy, document.toString());
      if (!hasErrors(copy)) return { file: copy, pool: name };
    }
  }
  throw new Error(`no pool of ${file} can have another size`);
}

function poolsOf(document: ReturnType<typeof parseDocument>): readonly YAMLMap[] {
  const pools = document.get("pools");
  return isSeq(pools) ? pools.items.filter((item): item is YAMLMap => isMap(item)) : [];
}

function isFixed(pool: YAMLMap): boolean {
  return typeof pool.get("nodes") === "number";
}

function resize(pool: YAMLMap, change: (nodes: number) => number): void {
  const nodes: unknown = pool.get("nodes", true);
  if (isScalar(nodes)) nodes.value = change(Number(nodes.value));
  else if (isMap(nodes)) nodes.set("max", Number(nodes.get("max")) + 1);
}

function hasErrors(file: string): boolean {
  const { environment } = loadEnvironment(readFileSync(file, "utf8"), {
    fileName: file,
    readPolicy: (name) => readFileSync(resolve(dirname(file), name), "utf8"),
  });
  if (environment === undefined) return true;
  const { findings } = planEnvironment(environment, { catalog: openCatalog(), now: Date.parse(exampleNow) });
  return findings.some(({ severity }) => severity === "error");
}

function more(nodes: number): number {
  return nodes + 1;
}

function fewer(nodes: number): number {
  return Math.max(1, nodes - 1);
}

function half(nodes: number): number {
  return Math.max(1, Math.floor(nodes / 2));
}
