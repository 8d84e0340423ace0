import {
  NetworkSecurityGroup,
  type NetworkSecurityGroupArgs,
} from "@pulumi/azure-native/network/networkSecurityGroup.js";
import { Subnet, type SubnetArgs } from "@pulumi/azure-native/network/subnet.js";
import { VirtualNetwork, type VirtualNetworkArgs } from "@pulumi/azure-native/network/virtualNetwork.js";
import { ComponentResource, type ComponentResourceOptions, type Output, output } from "@pulumi/pulumi";
import type { AzureNetworkPlan, AzureSubnetPlan } from "../../planner/plan/azure.ts";
import { NetworkEgress, type NetworkEgressTransforms } from "./network-egress.ts";
import { PrivateNames, type PrivateNamesTransforms } from "./private-names.ts";
import { type AzureSurroundings, placed } from "./surroundings.ts";
import { type Transform, transformed } from "./transform.ts";

export interface NetworkProps extends AzureSurroundings {
  /** Name of the environment: the first part of the names in Azure. */
  readonly name: string;
  readonly plan: AzureNetworkPlan;
  /** Whether Pulumi refuses to delete the network, because data is reached through it. */
  readonly protect: boolean;
  readonly transform?: NetworkEgressTransforms &
    PrivateNamesTransforms & {
      readonly vnet?: Transform<VirtualNetworkArgs>;
      readonly subnet?: Transform<SubnetArgs>;
      readonly securityGroup?: Transform<NetworkSecurityGroupArgs>;
    };
}

/** The network: planned and created here, or an existing one that is used by id and never changed. */
export class Network extends ComponentResource {
  readonly vnetId: Output<string>;
  /** ARM ids by the plan's subnet id; of an existing network by role. */
  readonly subnetIds: ReadonlyMap<string, Output<string>>;
  /** The raw resources; `undefined` or empty for an existing network. */
  readonly vnet: VirtualNetwork | undefined;
  readonly securityGroup: NetworkSecurityGroup | undefined;
  readonly subnets: ReadonlyMap<string, Subnet>;
  readonly egress: NetworkEgress | undefined;
  readonly privateNames: PrivateNames;

  constructor(name: string, props: NetworkProps, options?: ComponentResourceOptions) {
    super("engineroom:azure:Network", name, {}, options);
    const { plan } = props;
    this.vnet = plan.existing === null ? this.createVnet(name, props) : undefined;
    this.vnetId = this.vnet?.id ?? output(plan.existing?.vnet ?? "");
    this.securityGroup = this.vnet === undefined ? undefined : this.createSecurityGroup(name, props);
    this.egress =
      plan.existing === null && plan.natGateway !== null ? this.createEgress(name, props) : undefined;
    this.subnets = this.vnet === undefined ? new Map() : this.createSubnets(name, props, this.vnet);
    this.subnetIds =
      this.vnet === undefined
        ? new Map(Object.entries(plan.existing?.byRole ?? {}).map(([role, id]) => [role, output(id)]))
        : new Map([...this.subnets].map(([id, subnet]) => [id, subnet.id]));
    this.privateNames = new PrivateNames(
      `${name}-names`,
      {
        ...props,
        zones: plan.privateDnsZones,
        vnetId: this.vnetId,
        transform: props.transform ?? {},
      },
      { parent: this },
    );
    this.registerOutputs();
  }

  private createVnet(name: string, props: NetworkProps): VirtualNetwork {
    return new VirtualNetwork(
      `${name}-vnet`,
      transformed<VirtualNetworkArgs>(
        {
          ...placed(props),
          virtualNetworkName: `${props.name}-vnet`,
          addressSpace: { addressPrefixes: [...props.plan.cidrs] },
        },
        props.transform?.vnet,
      ),
      // Subnets are resources of their own: what Azure says about them here is not a change.
      { parent: this, ignoreChanges: ["subnets"], protect: props.protect },
    );
  }

  /** Azure's own rules stand in it: traffic of the network passes, and nothing comes in from outside. */
  private createSecurityGroup(name: string, props: NetworkProps): NetworkSecurityGroup {
    return new NetworkSecurityGroup(
      `${name}-nsg`,
      transformed<NetworkSecurityGroupArgs>(
        { ...placed(props), networkSecurityGroupName: `${props.name}-nsg` },
        props.transform?.securityGroup,
      ),
      { parent: this },
    );
  }

  private createEgress(name: string, props: NetworkProps): NetworkEgress | undefined {
    const { natGateway } = props.plan;
    if (natGateway === null) return undefined;
    return new NetworkEgress(
      `${name}-egress`,
      { ...props, plan: natGateway, transform: props.transform ?? {} },
      { parent: this },
    );
  }

  /** One after another: Azure refuses a change of a network while another one is under way. */
  private createSubnets(name: string, props: NetworkProps, vnet: VirtualNetwork): Map<string, Subnet> {
    const subnets = new Map<string, Subnet>();
    let previous: Subnet | undefined;
    for (const plan of props.plan.subnets) {
      previous = new Subnet(
        `${name}-${plan.id}`,
        transformed<SubnetArgs>(
          {
            resourceGroupName: props.resourceGroupName,
            virtualNetworkName: vnet.name,
            subnetName: plan.id,
            ...this.subnetSettings(plan),
          },
          props.transform?.subnet,
        ),
        {
          parent: this,
          ...(previous === undefined ? {} : { dependsOn: [previous] }),
          protect: props.protect,
        },
      );
      subnets.set(plan.id, previous);
    }
    return subnets;
  }

  private subnetSettings(plan: AzureSubnetPlan) {
    const { securityGroup, egress } = this;
    return {
      addressPrefix: plan.cidr,
      // Without it every machine could reach the internet through an address that nobody planned.
      // https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access
      defaultOutboundAccess: false,
      ...(securityGroup === undefined ? {} : { networkSecurityGroup: { id: securityGroup.id } }),
      ...(plan.natGateway && egress !== undefined ? { natGateway: { id: egress.gateway.id } } : {}),
      serviceEndpoints: plan.serviceEndpoints.map((service) => ({ service })),
      delegations:
        plan.delegation === null
          ? []
          : [{ name: plan.delegation.replaceAll("/", "."), serviceName: plan.delegation }],
    };
  }
}
