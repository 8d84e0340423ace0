import type { PurchaseSpec } from "../../spec/schema/pool.ts";
import type { PlacementPlan } from "../plan/pool.ts";

export interface PlacementInput {
  readonly purchase: PurchaseSpec;
  /** Whether the nodes work as one over the fabric. */
  readonly fabric: boolean;
  readonly elastic: boolean;
  readonly asked: "cluster" | "none" | undefined;
}

/**
 * Placement follows from how nodes are bought: capacity that was bought outside of a placement group is not found by
 * nodes that are in one. https://github.com/terraform-aws-modules/terraform-aws-eks/pull/3730
 */
export function planPlacement({ purchase, fabric, elastic, asked }: PlacementInput): PlacementPlan {
  switch (purchase.kind) {
    case "capacity-block":
      return none("a capacity block's machines are close together already, and it takes no placement group");
    case "reservation":
      return purchase.placementGroup === undefined
        ? none(
            "the reservation was made in no placement group, and a group of its own would find no capacity",
          )
        : {
            kind: "existing",
            name: purchase.placementGroup,
            reason: "the placement group that the reservation was made in",
          };
    case "spot":
      return none("a placement group would leave less spare capacity to find");
    case "on-demand":
    case "flex-start":
    case "queued":
    case "calendar":
      return onDemand(fabric, elastic, asked);
  }
}

function onDemand(fabric: boolean, elastic: boolean, asked: PlacementInput["asked"]): PlacementPlan {
  if (asked === "none") return none("as the file says");
  if (elastic) return none("nodes come and go, and a placement group would hold up the ones that come late");
  if (asked === undefined && !fabric) return none("the nodes do not work as one");
  return {
    kind: "create",
    strategy: "cluster",
    reason: asked === "cluster" ? "as the file says" : "nodes on one network spine reach each other fastest",
  };
}

function none(reason: string): PlacementPlan {
  return { kind: "none", reason };
}
