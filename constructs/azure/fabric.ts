import {
  ProximityPlacementGroup,
  type ProximityPlacementGroupArgs,
} from "@pulumi/azure-native/compute/proximityPlacementGroup.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { PoolPlan } from "../../planner/plan/pool.ts";
import { type AzureSurroundings, placed } from "./surroundings.ts";
import { type Transform, transformed } from "./transform.ts";

export interface FabricProps extends AzureSurroundings {
  readonly pools: readonly PoolPlan[];
  readonly transform?: { readonly proximityPlacementGroup?: Transform<ProximityPlacementGroupArgs> };
}

/**
 * What lies under full-speed traffic between nodes. InfiniBand has no resource of its own on Azure: it joins the machines
 * of one scale set, so that an agent pool is a fabric. Without it, nodes are kept near each other by a proximity placement
 * group. https://learn.microsoft.com/azure/virtual-machines/setup-infiniband
 */
export class Fabric extends ComponentResource {
  /** By option id, where the plan creates one. */
  readonly proximityPlacementGroups: ReadonlyMap<string, ProximityPlacementGroup>;

  constructor(name: string, props: FabricProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:Fabric", name, {}, options);
    this.proximityPlacementGroups = new Map(
      props.pools.flatMap((pool) =>
        pool.options.flatMap((option) => {
          const group = option.azure?.proximityPlacementGroup ?? null;
          if (group === null) return [];
          const zones = option.azure?.availabilityZones ?? [];
          return [
            [
              option.id,
              this.createGroup(name, { ...props, group, zones, machine: pool.machine, id: option.id }),
            ],
          ];
        }),
      ),
    );
    this.registerOutputs();
  }

  private createGroup(
    name: string,
    props: FabricProps & {
      readonly id: string;
      readonly group: string;
      readonly machine: string;
      readonly zones: readonly string[];
    },
  ): ProximityPlacementGroup {
    return new ProximityPlacementGroup(
      `${name}-${props.id}`,
      transformed<ProximityPlacementGroupArgs>(
        {
          ...placed(props),
          proximityPlacementGroupName: props.group,
          proximityPlacementGroupType: "Standard",
          // With the machine's type named, Azure finds a place that has it before the first machine is asked for.
          // https://learn.microsoft.com/azure/virtual-machines/co-location
          intent: { vmSizes: [props.machine] },
          zones: [...props.zones],
        },
        props.transform?.proximityPlacementGroup,
      ),
      { parent: this },
    );
  }
}
