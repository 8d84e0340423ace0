import { PrivateZone, type PrivateZoneArgs } from "@pulumi/azure-native/privatedns/privateZone.js";
import {
  VirtualNetworkLink,
  type VirtualNetworkLinkArgs,
} from "@pulumi/azure-native/privatedns/virtualNetworkLink.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import type { AzureSurroundings } from "./surroundings.ts";
import { type Transform, transformed } from "./transform.ts";

export interface PrivateNamesTransforms {
  readonly privateZone?: Transform<PrivateZoneArgs>;
  readonly zoneLink?: Transform<VirtualNetworkLinkArgs>;
}

export interface PrivateNamesProps extends AzureSurroundings {
  readonly name: string;
  /** Private DNS zones: `privatelink.blob.core.windows.net`. */
  readonly zones: readonly string[];
  readonly vnetId: Input<string>;
  readonly transform: PrivateNamesTransforms;
}

/** Private DNS zones, so that names of storage mean private addresses inside the network. */
export class PrivateNames extends ComponentResource {
  /** By name of the zone. */
  readonly zones: ReadonlyMap<string, PrivateZone>;
  readonly links: ReadonlyMap<string, VirtualNetworkLink>;

  constructor(name: string, props: PrivateNamesProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:PrivateNames", name, {}, options);
    const { resourceGroupName, tags, transform } = props;
    const place = { resourceGroupName, location: "global", tags: { ...tags } };
    this.zones = new Map(
      props.zones.map((zone) => [
        zone,
        new PrivateZone(
          `${name}-${zone}`,
          transformed<PrivateZoneArgs>({ ...place, privateZoneName: zone }, transform.privateZone),
          { parent: this },
        ),
      ]),
    );
    this.links = new Map(
      [...this.zones].map(([id, zone]) => [
        id,
        new VirtualNetworkLink(
          `${name}-${id}-link`,
          transformed<VirtualNetworkLinkArgs>(
            {
              ...place,
              privateZoneName: zone.name,
              virtualNetworkLinkName: props.name,
              registrationEnabled: false,
              virtualNetwork: { id: props.vnetId },
            },
            transform.zoneLink,
          ),
          { parent: this },
        ),
      ]),
    );
    this.registerOutputs();
  }
}
