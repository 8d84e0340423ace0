import type { Check } from "../../check.ts";
import { sliceTopologyMissing } from "./slice-topology-missing.ts";
import { sliceTopologyNodes } from "./slice-topology-nodes.ts";

/** TPU slices. */
export const sliceChecks: readonly Check[] = [sliceTopologyMissing, sliceTopologyNodes];
