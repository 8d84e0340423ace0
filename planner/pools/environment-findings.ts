import { nearestNameHint } from "../../spec/nearest-name.ts";
import type { Environment } from "../../spec/schema/environment.ts";
import type { PlanContext } from "../context.ts";
import { lifetimeOver, regionUnknown, workloadsWithoutPool } from "./finding-kinds.ts";

/** What is wrong with an environment whatever its pools are: its region, its lifetime, work without a pool. */
export function reportEnvironment(
  { cloud, region, pools, workloads, lifetime }: Environment,
  expiresAt: string | null,
  { catalog, now, report }: PlanContext,
): void {
  if (catalog.region(cloud, region) === undefined) {
    const names = catalog.regions(cloud).map(({ name }) => name);
    report(regionUnknown, {
      path: ["region"],
      message: `The catalog knows no region ${region} of ${cloud}.`,
      got: region,
      hint: nearestNameHint(region, names) ?? "Look it up with `engineroom catalog regions`.",
    });
  }
  if (pools.length === 0 && workloads.length > 0) {
    report(workloadsWithoutPool, {
      path: ["pools"],
      message: `There ${workloads.length === 1 ? "is a workload" : `are ${workloads.length} workloads`} and no pool to run on.`,
      hint: "Add a pool, for example: pools: [{ name: train, accelerator: h100, nodes: 1 }].",
    });
  }
  if (expiresAt !== null && Date.parse(expiresAt) <= now) {
    report(lifetimeOver, {
      path: ["lifetime"],
      message: `The lifetime ended at ${expiresAt}: every pool would stand at zero.`,
      got: lifetime,
      allowed: "a duration, or a time that is still to come",
      hint: "Give it a longer lifetime, or leave it out.",
    });
  }
}
