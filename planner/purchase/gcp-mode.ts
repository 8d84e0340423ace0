import type { PurchaseSpec } from "../../spec/schema/pool.ts";
import { durationMinutes } from "../../spec/schema/primitives.ts";
import type { GcpOptionPlan } from "../plan/gcp-pool.ts";

/** How a purchase option appears on a node pool. */
export type GcpMode = Pick<
  GcpOptionPlan,
  "spot" | "flexStart" | "queuedProvisioning" | "maxRunSeconds" | "reservation" | "autoRepair"
>;

/** Label that names the reservation in a node pool's affinity. https://cloud.google.com/kubernetes-engine/docs/how-to/consuming-reservations */
export const RESERVATION_KEY = "compute.googleapis.com/reservation-name";

/** Longest life of a flex-start node. https://cloud.google.com/kubernetes-engine/docs/concepts/dws */
const FLEX_START_DAYS = 7;
const DAY_SECONDS = 86_400;

const PLAIN: GcpMode = {
  spot: false,
  flexStart: false,
  queuedProvisioning: false,
  maxRunSeconds: null,
  reservation: { type: "NO_RESERVATION", key: null },
  autoRepair: true,
};

/**
 * What each way of buying sets, and by that excludes: only a reservation has an affinity; flex-start nodes are not
 * repaired, for a repair would need capacity that was granted once.
 */
export function gcpMode(purchase: PurchaseSpec): GcpMode {
  switch (purchase.kind) {
    case "on-demand":
    case "capacity-block":
      return PLAIN;
    case "spot":
      return { ...PLAIN, spot: true };
    case "reservation":
    case "calendar":
      return { ...PLAIN, reservation: { type: "SPECIFIC_RESERVATION", key: RESERVATION_KEY } };
    case "flex-start":
      return {
        ...PLAIN,
        flexStart: true,
        autoRepair: false,
        maxRunSeconds:
          purchase.maxRun === undefined
            ? FLEX_START_DAYS * DAY_SECONDS
            : durationMinutes(purchase.maxRun) * 60,
      };
    case "queued":
      return { ...PLAIN, queuedProvisioning: true };
  }
}

/** Whether nodes come only when work asks for them: such a node pool begins at zero and has no fixed count. */
export function comesOnRequest({ kind }: Pick<PurchaseSpec, "kind">): boolean {
  return kind === "flex-start" || kind === "queued";
}
