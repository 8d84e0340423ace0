import { NatGateway, type NatGatewayArgs } from "@pulumi/azure-native/network/natGateway.js";
import { PublicIPAddress, type PublicIPAddressArgs } from "@pulumi/azure-native/network/publicIPAddress.js";
import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import type { AzureNetworkPlan } from "../../planner/plan/azure.ts";
import { type AzureSurroundings, placed } from "./surroundings.ts";
import { type Transform, transformed } from "./transform.ts";

export interface NetworkEgressTransforms {
  readonly natGateway?: Transform<NatGatewayArgs>;
  readonly publicAddress?: Transform<PublicIPAddressArgs>;
}

export interface NetworkEgressProps extends AzureSurroundings {
  readonly name: string;
  readonly plan: NonNullable<AzureNetworkPlan["natGateway"]>;
  readonly transform: NetworkEgressTransforms;
}

/** The only way out to the internet: a NAT gateway with addresses that do not change. Nothing comes in through it. */
export class NetworkEgress extends ComponentResource {
  readonly gateway: NatGateway;
  readonly addresses: readonly PublicIPAddress[];

  constructor(name: string, props: NetworkEgressProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:NetworkEgress", name, {}, options);
    const { plan, transform } = props;
    this.addresses = Array.from(
      { length: plan.publicAddresses },
      (_, index) =>
        new PublicIPAddress(
          `${name}-address-${index + 1}`,
          transformed<PublicIPAddressArgs>(
            {
              ...placed(props),
              publicIpAddressName: `${props.name}-egress-${index + 1}`,
              sku: { name: "Standard", tier: "Regional" },
              publicIPAllocationMethod: "Static",
            },
            transform.publicAddress,
          ),
          { parent: this },
        ),
    );
    this.gateway = new NatGateway(
      `${name}-gateway`,
      transformed<NatGatewayArgs>(
        {
          ...placed(props),
          natGatewayName: `${props.name}-nat`,
          sku: { name: "Standard" },
          idleTimeoutInMinutes: plan.idleTimeoutMinutes,
          publicIpAddresses: this.addresses.map(({ id }) => ({ id })),
        },
        transform.natGateway,
      ),
      { parent: this },
    );
    this.registerOutputs();
  }
}
