import type { Check } from "../../check.ts";
import { nodeGroupsPerCluster } from "./node-groups-per-cluster.ts";
import { nodesPerGroup } from "./nodes-per-group.ts";
import { sizeDesired } from "./size-desired.ts";
import { sizeMaximum } from "./size-maximum.ts";
import { sizeOrder } from "./size-order.ts";
import { updateBoth } from "./update-both.ts";
import { updateLargerThanPool } from "./update-larger-than-pool.ts";
import { updateRange } from "./update-range.ts";

/** How many nodes, and how many an update may take. */
export const sizeChecks: readonly Check[] = [
  sizeOrder,
  sizeDesired,
  sizeMaximum,
  updateLargerThanPool,
  updateRange,
  updateBoth,
  nodeGroupsPerCluster,
  nodesPerGroup,
];
