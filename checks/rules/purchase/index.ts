import type { Check } from "../../check.ts";
import { capacityBlockDuration } from "./capacity-block-duration.ts";
import { capacityBlockMarket } from "./capacity-block-market.ts";
import { capacityBlockSize } from "./capacity-block-size.ts";
import { capacityBlocksAlike } from "./capacity-blocks-alike.ts";
import { marketDisagrees } from "./market-disagrees.ts";
import { reservationId } from "./reservation-id.ts";
import { reservationMachine } from "./reservation-machine.ts";
import { reservationMissing } from "./reservation-missing.ts";
import { reservationNotBegun } from "./reservation-not-begun.ts";
import { reservationOver } from "./reservation-over.ts";
import { reservationTooSmall } from "./reservation-too-small.ts";
import { reservationZone } from "./reservation-zone.ts";
import { spotGang } from "./spot-gang.ts";
import { spotWithReservation } from "./spot-with-reservation.ts";
import { usageNotSupported } from "./usage-not-supported.ts";

/** How nodes are bought: markets, reservations and capacity blocks. */
export const purchaseChecks: readonly Check[] = [
  spotWithReservation,
  marketDisagrees,
  capacityBlockMarket,
  reservationMissing,
  reservationId,
  reservationZone,
  reservationMachine,
  reservationTooSmall,
  reservationOver,
  reservationNotBegun,
  capacityBlocksAlike,
  capacityBlockDuration,
  capacityBlockSize,
  usageNotSupported,
  spotGang,
];
