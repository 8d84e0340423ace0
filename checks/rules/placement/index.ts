import type { Check } from "../../check.ts";
import { placementAcrossZones } from "./placement-across-zones.ts";
import { placementApart } from "./placement-apart.ts";
import { placementStrategy } from "./placement-strategy.ts";
import { placementWithCapacityBlock } from "./placement-with-capacity-block.ts";
import { placementWithReservation } from "./placement-with-reservation.ts";

/** Placement groups, as a function of how nodes are bought. */
export const placementChecks: readonly Check[] = [
  placementWithCapacityBlock,
  placementWithReservation,
  placementStrategy,
  placementAcrossZones,
  placementApart,
];
