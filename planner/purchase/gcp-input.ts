import type { FabricLayout } from "../../catalog/types.ts";
import type { GcpPoolPlan, GcpTpuPlan } from "../plan/gcp-pool.ts";
import type { NodeCounts } from "../pools/node-counts.ts";
import type { PlacedPool } from "../zones/aws.ts";

/** What the purchase options of a pool are planned from. */
export interface GcpPurchaseInput {
  readonly pool: PlacedPool;
  readonly counts: NodeCounts;
  readonly region: string;
  readonly zones: readonly string[];
  readonly layout: FabricLayout | undefined;
  readonly access: GcpPoolPlan["fabricAccess"];
  readonly tpu: GcpTpuPlan | null;
  /** Whether the nodes work as one over the fabric. */
  readonly fabric: boolean;
  readonly expiresAt: string | null;
}
