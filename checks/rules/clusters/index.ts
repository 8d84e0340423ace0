import type { Check } from "../../check.ts";
import { localSsdCount } from "./local-ssd-count.ts";
import { surpriseUpgrades } from "./surprise-upgrades.ts";

/** Clusters and disks of Google Cloud. */
export const clusterChecks: readonly Check[] = [localSsdCount, surpriseUpgrades];
