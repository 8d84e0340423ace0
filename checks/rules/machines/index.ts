import type { Check } from "../../check.ts";
import { machineFactsMissing } from "./machine-facts-missing.ts";
import { machineMissing } from "./machine-missing.ts";
import { machineRegion } from "./machine-region.ts";
import { machineRetired } from "./machine-retired.ts";
import { machineTwice } from "./machine-twice.ts";
import { machineUnknown } from "./machine-unknown.ts";
import { machineZone } from "./machine-zone.ts";

/** Machine types: whether they exist, are sold, and where. */
export const machineChecks: readonly Check[] = [
  machineUnknown,
  machineRetired,
  machineRegion,
  machineZone,
  machineTwice,
  machineMissing,
  machineFactsMissing,
];
