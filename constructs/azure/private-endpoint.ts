import {
  PrivateDnsZoneGroup,
  type PrivateDnsZoneGroupArgs,
} from "@pulumi/azure-native/network/privateDnsZoneGroup.js";
import {
  type PrivateEndpointArgs,
  PrivateEndpoint as RawPrivateEndpoint,
} from "@pulumi/azure-native/network/privateEndpoint.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import type { AzurePrivateEndpointPlan } from "../../planner/plan/azure.ts";
import { type AzureSurroundings, placed } from "./surroundings.ts";
import { type Transform, transformed } from "./transform.ts";

export interface PrivateEndpointProps extends AzureSurroundings {
  /** Name of the environment. */
  readonly name: string;
  readonly plan: AzurePrivateEndpointPlan;
  /** ARM id of the storage account behind the door. */
  readonly accountId: Input<string>;
  readonly subnetId: Input<string>;
  /** ARM id of the private DNS zone; `undefined` where the network's owner keeps the names. */
  readonly zoneId: Input<string> | undefined;
  readonly transform?: {
    readonly endpoint?: Transform<PrivateEndpointArgs>;
    readonly zoneGroup?: Transform<PrivateDnsZoneGroupArgs>;
  };
}

/** A private door to a storage account, and its name. */
export class PrivateEndpoint extends ComponentResource {
  readonly endpoint: RawPrivateEndpoint;
  readonly zoneGroup: PrivateDnsZoneGroup | undefined;

  constructor(name: string, props: PrivateEndpointProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:PrivateEndpoint", name, {}, options);
    const { plan, transform, zoneId } = props;
    this.endpoint = new RawPrivateEndpoint(
      `${name}-endpoint`,
      transformed<PrivateEndpointArgs>(
        {
          ...placed(props),
          privateEndpointName: `${props.name}-${plan.id}`,
          customNetworkInterfaceName: `${props.name}-${plan.id}-nic`,
          subnet: { id: props.subnetId },
          privateLinkServiceConnections: [
            { name: plan.id, privateLinkServiceId: props.accountId, groupIds: [plan.group] },
          ],
        },
        transform?.endpoint,
      ),
      { parent: this },
    );
    this.zoneGroup =
      zoneId === undefined
        ? undefined
        : new PrivateDnsZoneGroup(
            `${name}-names`,
            transformed<PrivateDnsZoneGroupArgs>(
              {
                resourceGroupName: props.resourceGroupName,
                privateEndpointName: this.endpoint.name,
                privateDnsZoneGroupName: "default",
                privateDnsZoneConfigs: [
                  { name: plan.dnsZone.replaceAll(".", "-"), privateDnsZoneId: zoneId },
                ],
              },
              transform?.zoneGroup,
            ),
            { parent: this },
          );
    this.registerOutputs();
  }
}
