import type { Catalog } from "../catalog/catalog.ts";
import { openCatalog } from "../catalog/index.ts";
import { parseEnvironment } from "../spec/define-environment.ts";
import type { Finding } from "../spec/finding.ts";
import type { EnvironmentInput } from "../spec/schema/environment.ts";
import type { NetworkPlan } from "./plan/network.ts";
import { planEnvironment } from "./plan-environment.ts";

/** What a network must have room for, in the words of an environment file. */
export interface NetworkForInput
  extends Pick<EnvironmentInput, "name" | "region" | "zones" | "pools" | "storage" | "network" | "aws"> {
  /** Default: aws. */
  readonly cloud?: EnvironmentInput["cloud"];
  /** Default: the catalog of this package. */
  readonly catalog?: Catalog;
}

export interface PlannedNetwork {
  /** Absent where the input is not valid; the findings say why. */
  readonly network?: NetworkPlan | undefined;
  /** What was noticed about the network. An error means that it must not be built. */
  readonly findings: readonly Finding[];
}

/** Keys of an environment that concern its network. */
const PLACES: readonly unknown[] = ["network", "region", "cloud", "zones", "pools"];

/**
 * Makes a network's section of a plan, for the `Network` construct in somebody's own app.
 *
 * @example
 * const { network } = planNetworkFor({ name: "lab", region: "us-east-2", pools: [{ name: "gpu", accelerator: "l4" }] });
 */
export function planNetworkFor(input: NetworkForInput): PlannedNetwork {
  const { catalog = openCatalog(), cloud = "aws", ...words } = input;
  const parsed = parseEnvironment({ ...words, cloud });
  if (parsed.environment === undefined) return { findings: parsed.findings };
  const { plan, findings } = planEnvironment(parsed.environment, { catalog, now: 0 });
  const own = findings.filter(({ path }) => PLACES.includes(path[0]));
  return { network: plan?.network, findings: [...parsed.findings, ...own] };
}
