import type { Check } from "../check.ts";
import { agentPoolChecks } from "./agent-pools/index.ts";
import { capacityModeChecks } from "./capacity-modes/index.ts";
import { clusterChecks } from "./clusters/index.ts";
import { driverChecks } from "./drivers/index.ts";
import { extraNetworkChecks } from "./extra-networks/index.ts";
import { figureChecks } from "./figures/index.ts";
import { imageChecks } from "./images/index.ts";
import { infinibandChecks } from "./infiniband/index.ts";
import { interfaceChecks } from "./interfaces/index.ts";
import { managedLustreChecks } from "./lustre/index.ts";
import { machineChecks } from "./machines/index.ts";
import { nameChecks } from "./names/index.ts";
import { networkChecks } from "./network/index.ts";
import { placementChecks } from "./placement/index.ts";
import { purchaseChecks } from "./purchase/index.ts";
import { rackChecks } from "./racks/index.ts";
import { securityChecks } from "./security/index.ts";
import { sharingChecks } from "./sharing/index.ts";
import { sizeChecks } from "./sizes/index.ts";
import { sliceChecks } from "./slices/index.ts";
import { storageChecks } from "./storage/index.ts";
import { templateChecks } from "./template/index.ts";
import { versionChecks } from "./versions/index.ts";

/** Every check, of every cloud. */
export const allChecks: readonly Check[] = [
  ...templateChecks,
  ...machineChecks,
  ...sharingChecks,
  ...interfaceChecks,
  ...purchaseChecks,
  ...placementChecks,
  ...imageChecks,
  ...versionChecks,
  ...sizeChecks,
  ...nameChecks,
  ...networkChecks,
  ...storageChecks,
  ...securityChecks,
  ...figureChecks,
  ...capacityModeChecks,
  ...extraNetworkChecks,
  ...rackChecks,
  ...sliceChecks,
  ...driverChecks,
  ...clusterChecks,
  ...managedLustreChecks,
  ...infinibandChecks,
  ...agentPoolChecks,
];
