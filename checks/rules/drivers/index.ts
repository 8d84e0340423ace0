import type { Check } from "../../check.ts";
import { amdDriver } from "./amd-driver.ts";
import { driverOwner } from "./driver-owner.ts";

/** Who installs the accelerator driver. */
export const driverChecks: readonly Check[] = [amdDriver, driverOwner];
