import type { Environment } from "../../spec/schema/environment.ts";
import type { PlanContext } from "../context.ts";
import type { PoolPlan } from "../plan/pool.ts";
import { capacityUnused } from "./finding-kinds.ts";

interface Reserved {
  readonly held: number;
  readonly path: readonly (string | number)[];
}

/** Compares what each reservation holds with what all pools together take of it. */
export function checkReservedCapacity(
  pools: readonly PoolPlan[],
  environment: Environment,
  { report }: PlanContext,
): void {
  const taken = new Map<string, number>();
  for (const { reservationId, nodes } of pools.flatMap((pool) => pool.options)) {
    if (reservationId !== null) taken.set(reservationId, (taken.get(reservationId) ?? 0) + nodes);
  }
  for (const [id, { held, path }] of reservations(environment)) {
    const used = taken.get(id);
    if (used === undefined || used >= held) continue;
    report(capacityUnused, {
      path,
      message: `${id} holds ${held} nodes, and ${used} are used: the other ${held - used} are paid for and idle.`,
      got: held,
      allowed: used,
      hint: `Ask for more nodes, or name the reservation in another pool of the same machine.`,
    });
  }
}

function reservations({ pools }: Environment): ReadonlyMap<string, Reserved> {
  const found = new Map<string, Reserved>();
  pools.forEach(({ purchase }, index) => {
    purchase.forEach((option, position) => {
      if (!("nodes" in option) || option.nodes === undefined || found.has(option.id)) return;
      found.set(option.id, { held: option.nodes, path: ["pools", index, "purchase", position, "nodes"] });
    });
  });
  return found;
}
