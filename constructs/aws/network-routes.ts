import {
  CfnEIP,
  CfnInternetGateway,
  CfnNatGateway,
  CfnRoute,
  CfnRouteTable,
  type CfnSubnet,
  CfnSubnetRouteTableAssociation,
  CfnVPCGatewayAttachment,
} from "aws-cdk-lib/aws-ec2";
import { Tags } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { AwsNetworkPlan, SubnetPlan } from "../../planner/plan/network.ts";

export interface NetworkRoutesProps {
  readonly name: string;
  readonly plan: AwsNetworkPlan;
  readonly vpcId: string;
  /** By the plan's subnet id. */
  readonly subnets: ReadonlyMap<string, CfnSubnet>;
}

/** The way out: public subnets through the internet gateway, private ones through the NAT gateway of their zone. */
export class NetworkRoutes extends Construct {
  readonly privateTableIds: readonly string[];
  /** By zone id. */
  readonly natGateways: ReadonlyMap<string, CfnNatGateway>;

  constructor(scope: Construct, id: string, props: NetworkRoutesProps) {
    super(scope, id);
    const { plan } = props;
    const publicSubnets = plan.subnets.filter(({ role }) => role === "public");
    const toInternet = publicSubnets.length > 0 ? this.createPublicRoutes(props, publicSubnets) : undefined;
    this.natGateways = new Map(
      plan.natZones.flatMap((zone) => {
        const subnet = publicSubnets.find((each) => each.zone === zone);
        const resource = subnet && props.subnets.get(subnet.id);
        return resource && toInternet ? [[zone, this.createNat(zone, props.name, resource, toInternet)]] : [];
      }),
    );
    const zones = new Set(plan.subnets.filter(({ role }) => role !== "public").map(({ zone }) => zone));
    this.privateTableIds = [...zones].map((zone) => this.createPrivateRoutes(zone, props));
  }

  private createPublicRoutes(props: NetworkRoutesProps, subnets: readonly SubnetPlan[]): CfnRoute {
    const gateway = new CfnInternetGateway(this, "InternetGateway");
    const attachment = new CfnVPCGatewayAttachment(this, "InternetGatewayAttachment", {
      vpcId: props.vpcId,
      internetGatewayId: gateway.attrInternetGatewayId,
    });
    const table = this.createTable("Public", `${props.name}-public`, props, subnets);
    const route = new CfnRoute(this, "PublicDefault", {
      routeTableId: table.attrRouteTableId,
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: gateway.attrInternetGatewayId,
    });
    // A route to a gateway that is not attached yet is refused.
    route.addResourceDependency(attachment);
    return route;
  }

  private createNat(zone: string, name: string, subnet: CfnSubnet, toInternet: CfnRoute): CfnNatGateway {
    const address = new CfnEIP(this, `NatAddress-${zone}`, { domain: "vpc" });
    const gateway = new CfnNatGateway(this, `Nat-${zone}`, {
      subnetId: subnet.attrSubnetId,
      allocationId: address.attrAllocationId,
    });
    gateway.addResourceDependency(toInternet);
    for (const resource of [address, gateway]) Tags.of(resource).add("Name", `${name}-nat-${zone}`);
    return gateway;
  }

  private createPrivateRoutes(zone: string, props: NetworkRoutesProps): string {
    const subnets = props.plan.subnets.filter((subnet) => subnet.role !== "public" && subnet.zone === zone);
    const table = this.createTable(`Private-${zone}`, `${props.name}-private-${zone}`, props, subnets);
    const nat = this.natGateways.get(zone) ?? [...this.natGateways.values()][0];
    if (nat !== undefined) {
      new CfnRoute(this, `PrivateDefault-${zone}`, {
        routeTableId: table.attrRouteTableId,
        destinationCidrBlock: "0.0.0.0/0",
        natGatewayId: nat.attrNatGatewayId,
      });
    }
    return table.attrRouteTableId;
  }

  private createTable(
    id: string,
    name: string,
    { vpcId, subnets }: NetworkRoutesProps,
    members: readonly SubnetPlan[],
  ): CfnRouteTable {
    const table = new CfnRouteTable(this, id, { vpcId });
    Tags.of(table).add("Name", name);
    for (const member of members) {
      const subnet = subnets.get(member.id);
      if (subnet === undefined) continue;
      new CfnSubnetRouteTableAssociation(this, `Association-${member.id}`, {
        routeTableId: table.attrRouteTableId,
        subnetId: subnet.attrSubnetId,
      });
    }
    return table;
  }
}
