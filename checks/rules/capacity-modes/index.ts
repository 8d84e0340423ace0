import type { Check } from "../../check.ts";
import { compactAcrossZones } from "./compact-across-zones.ts";
import { compactBlueGreen } from "./compact-blue-green.ts";
import { flexStartCompact } from "./flex-start-compact.ts";
import { flexStartFixedCount } from "./flex-start-fixed-count.ts";
import { flexStartRepair } from "./flex-start-repair.ts";
import { flexStartRun } from "./flex-start-run.ts";
import { purchaseModesTogether } from "./purchase-modes-together.ts";
import { queuedCompact } from "./queued-compact.ts";
import { reservationPath } from "./reservation-path.ts";
import { reservationWithMode } from "./reservation-with-mode.ts";
import { reservationWithoutZone } from "./reservation-without-zone.ts";
import { topologyProvisionOnly } from "./topology-provision-only.ts";

/** Ways of buying on Google Cloud, and what excludes what. */
export const capacityModeChecks: readonly Check[] = [
  compactAcrossZones,
  compactBlueGreen,
  flexStartCompact,
  flexStartFixedCount,
  flexStartRepair,
  flexStartRun,
  purchaseModesTogether,
  queuedCompact,
  reservationPath,
  reservationWithMode,
  reservationWithoutZone,
  topologyProvisionOnly,
];
