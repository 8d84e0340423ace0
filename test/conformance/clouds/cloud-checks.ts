import type { CloudCheck } from "./cloud-check.ts";
import { encryption } from "./encryption.ts";
import { fabric } from "./fabric.ts";
import { handles } from "./handles.ts";
import { pools } from "./pools.ts";
import { publicEndpoints } from "./public-endpoints.ts";
import { statefulNames } from "./stateful-names.ts";
import { tags } from "./tags.ts";

/** Everything that must hold on every cloud, in the order of the table. */
export const cloudChecks: readonly CloudCheck[] = [
  handles,
  tags,
  encryption,
  publicEndpoints,
  pools,
  fabric,
  statefulNames,
];
