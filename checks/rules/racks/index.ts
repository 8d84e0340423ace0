import type { Check } from "../../check.ts";
import { rackDriverImage } from "./rack-driver-image.ts";
import { rackSize } from "./rack-size.ts";
import { rackTopology } from "./rack-topology.ts";

/** Machines whose accelerators are joined across a rack. */
export const rackChecks: readonly Check[] = [rackDriverImage, rackSize, rackTopology];
