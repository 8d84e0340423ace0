import type { FindingKind } from "../../spec/finding.ts";
import type { PlanContext } from "../context.ts";
import type { PoolOptionPlan } from "../plan/pool.ts";
import { capacityFallsShort, placementIgnored, poolAcrossZones, startsAfterExpiry } from "./finding-kinds.ts";
import type { GcpPurchaseInput } from "./gcp-input.ts";
import { comesOnRequest } from "./gcp-mode.ts";
import { iso } from "./schedule.ts";
import type { Window } from "./window.ts";

export const nodesOnRequest: FindingKind = {
  code: "nodes-on-request",
  severity: "info",
  title: "Nodes of flex-start and queued provisioning exist only while work asks for them.",
  source: "https://cloud.google.com/kubernetes-engine/docs/concepts/dws",
};

/** What a person should know of the options of a pool. */
export function reportGcpOptions(
  { pool, counts, fabric, expiresAt }: GcpPurchaseInput,
  options: readonly PoolOptionPlan[],
  windows: readonly Window[],
  together: number,
  context: PlanContext,
): void {
  const { spec, index } = pool;
  const path = ["pools", index, "purchase"];
  if (together < counts.max) {
    context.report(capacityFallsShort, {
      severity: counts.elastic ? "warning" : "error",
      path,
      message: `${spec.name} wants ${counts.max} nodes, and its purchase options hold ${together}.`,
      got: together,
      allowed: counts.max,
      hint: `Ask for ${together} nodes, or add { kind: on-demand } for the other ${counts.max - together}.`,
    });
  }
  const zones = [...new Set(options.flatMap((option) => option.zones))];
  if (fabric && zones.length > 1) {
    context.report(poolAcrossZones, {
      path,
      message: `The options of ${spec.name} are in ${zones.join(" and ")}: the fabric does not leave a zone, so their nodes do not work as one.`,
      got: zones,
      allowed: "one zone",
      hint: "Make a pool of each, or buy in one zone.",
    });
  }
  options.forEach((option, position) => {
    const start = windows[position]?.start ?? null;
    if (start !== null && expiresAt !== null && start >= Date.parse(expiresAt)) {
      context.report(startsAfterExpiry, {
        path: [...path, position, "start"],
        message: `${option.id} begins at ${iso(start)}, and the environment ends at ${expiresAt}: it never has nodes.`,
        got: iso(start),
        allowed: `before ${expiresAt}`,
        hint: "Give the environment a longer lifetime: a duration counts from the time of planning.",
      });
    }
    const purchase = spec.purchase[position];
    if (purchase !== undefined && comesOnRequest(purchase) && !counts.elastic) {
      context.report(nodesOnRequest, {
        path: [...path, position, "kind"],
        message: `${option.id} begins at zero: its ${option.nodes} nodes come when work asks for them, and go after it.`,
        got: purchase.kind,
        hint: "Write nodes: { min: 0, max: … } to say so, or buy on-demand nodes that stay.",
      });
    }
    if (spec.placement === "cluster" && option.placement.kind === "none") {
      context.report(placementIgnored, {
        path: ["pools", index, "placement"],
        message: `${option.id} is not placed compactly: ${option.placement.reason}.`,
        got: spec.placement,
        hint: "Leave placement out.",
      });
    }
  });
}
