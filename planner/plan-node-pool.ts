import type { Catalog } from "../catalog/catalog.ts";
import { openCatalog } from "../catalog/index.ts";
import { parseEnvironment } from "../spec/define-environment.ts";
import type { Finding } from "../spec/finding.ts";
import type { EnvironmentInput } from "../spec/schema/environment.ts";
import type { PoolPlan } from "./plan/pool.ts";
import { planEnvironment } from "./plan-environment.ts";

type PoolInput = NonNullable<EnvironmentInput["pools"]>[number];

/** A pool in a few words: a region, a machine or an accelerator, and whatever else an environment file could say of it. */
export interface NodePoolInput extends Omit<PoolInput, "name"> {
  /** Default: `pool`. */
  readonly name?: string;
  /** Default: aws. */
  readonly cloud?: EnvironmentInput["cloud"];
  readonly region: string;
  /** Time of planning, in milliseconds since the epoch. Default: before every date in `purchase`, which then all lie ahead. */
  readonly now?: number;
  /** Default: the catalog of this package. */
  readonly catalog?: Catalog;
}

export interface PlannedNodePool {
  /** Absent where no machine was found; the findings say why. */
  readonly pool?: PoolPlan | undefined;
  /** What was noticed about the pool. An error means that it must not be built. */
  readonly findings: readonly Finding[];
}

/** Keys of an environment that a pool alone can have findings at. */
const PLACES: readonly unknown[] = ["pools", "region", "cloud", "zones"];

/**
 * Makes a node pool's section of a plan, for the `GpuNodePool` construct in somebody's own app.
 *
 * @example
 * const { pool, findings } = planNodePool({ machine: "p5.48xlarge", nodes: 4, region: "us-east-2" });
 */
export function planNodePool(input: NodePoolInput): PlannedNodePool {
  const { name = "pool", cloud = "aws", region, now = 0, catalog = openCatalog(), ...pool } = input;
  const parsed = parseEnvironment({ name, cloud, region, pools: [{ ...pool, name }] });
  if (parsed.environment === undefined) return { findings: parsed.findings };
  const { plan, findings } = planEnvironment(parsed.environment, { catalog, now });
  const own = findings.filter(({ path }) => PLACES.includes(path[0]));
  return { pool: plan?.pools[0], findings: [...parsed.findings, ...own] };
}
