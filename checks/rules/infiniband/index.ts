import type { Check } from "../../check.ts";
import { fabricDeviceNames } from "./fabric-device-names.ts";
import { infinibandFeature } from "./infiniband-feature.ts";
import { infinibandFeatureConflict } from "./infiniband-feature-conflict.ts";
import { infinibandOneSet } from "./infiniband-one-set.ts";
import { infinibandRange } from "./infiniband-range.ts";
import { scaleSetSize } from "./scale-set-size.ts";

/** InfiniBand on Azure. */
export const infinibandChecks: readonly Check[] = [
  fabricDeviceNames,
  infinibandFeatureConflict,
  infinibandFeature,
  infinibandOneSet,
  infinibandRange,
  scaleSetSize,
];
