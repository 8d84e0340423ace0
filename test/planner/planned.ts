import { planAwsNetwork } from "../../planner/addresses/aws.ts";
import { planContext } from "../../planner/context.ts";
import type { AwsNetworkPlan, PoolOptionPlan, PoolPlan } from "../../planner/plan/index.ts";
import { planPools } from "../../planner/pools/index.ts";
import { planSystemPools } from "../../planner/system-pools/index.ts";
import type { Finding } from "../../spec/finding.ts";
import type { Environment, EnvironmentInput } from "../../spec/schema/environment.ts";
import { catalog, environment, now } from "./fixtures.ts";

export type PoolInput = NonNullable<EnvironmentInput["pools"]>[number];

export interface Planned {
  readonly environment: Environment;
  readonly pools: readonly PoolPlan[];
  readonly zones: readonly string[];
  readonly zonesReason: string;
  readonly network: AwsNetworkPlan;
  readonly systemPools: ReturnType<typeof planSystemPools>;
  readonly findings: readonly Finding[];
}

/** Pools, system pools and network of an environment, with what was found. */
export function planned(input: Partial<EnvironmentInput> = {}, at: number = now): Planned {
  const file = environment(input);
  const { context, findings } = planContext(catalog, at);
  const { pools, zones, zonesReason } = planPools(file, context);
  const systemPools = planSystemPools(file, { pools, zones }, context);
  const network = planAwsNetwork(file, { zones, pools, systemPools, storage: [] }, context);
  return { environment: file, pools, zones, zonesReason, systemPools, network, findings };
}

/** The only pool of an environment with one pool; throws what was found instead. */
export function onlyPool(
  pool: Partial<PoolInput>,
  input: Partial<EnvironmentInput> = {},
  at?: number,
): PoolPlan {
  const { pools, findings } = planned({ pools: [{ name: "train", ...pool }], ...input }, at);
  const [first] = pools;
  if (first === undefined) throw new Error(JSON.stringify(findings));
  return first;
}

/** Why a machine was not taken; `undefined` when it was not considered or was taken. */
export function reasonAgainst(pool: PoolPlan, machine: string): string | undefined {
  return pool.rejected.find((each) => each.machine === machine)?.reason;
}

export function optionOf(pool: PoolPlan, id: string): PoolOptionPlan {
  const found = pool.options.find((option) => option.id === id);
  if (found === undefined)
    throw new Error(`${id} is not among ${pool.options.map((each) => each.id).join(", ")}`);
  return found;
}

export function codes(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code }) => code);
}
