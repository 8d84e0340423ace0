import {
  type CfnSecurityGroupProps,
  CfnSubnet,
  type CfnSubnetProps,
  CfnVPC,
  CfnVPCCidrBlock,
  type CfnVPCProps,
} from "aws-cdk-lib/aws-ec2";
import { Tags } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { AwsNetworkPlan, SubnetPlan } from "../../planner/plan/network.ts";
import { NetworkEndpoints, type NetworkEndpointsTransforms } from "./network-endpoints.ts";
import { NetworkRoutes } from "./network-routes.ts";
import { type NodeSubnet, onePerZone } from "./node-subnets.ts";
import { SecurityGroup } from "./security-group.ts";
import { type Transform, transformed } from "./transform.ts";

export interface NetworkProps {
  readonly name: string;
  readonly plan: AwsNetworkPlan;
  readonly transform?: NetworkEndpointsTransforms & {
    readonly vpc?: Transform<CfnVPCProps>;
    readonly subnet?: Transform<CfnSubnetProps>;
    readonly nodesSecurityGroup?: Transform<CfnSecurityGroupProps>;
  };
}

/** The network: planned and created here, or an existing one that is used by id and never changed. */
export class Network extends Construct {
  readonly vpcId: string;
  /** Private subnets for nodes, file systems and the control plane's interfaces. */
  readonly nodeSubnets: readonly NodeSubnet[];
  /** Route tables of the private subnets; empty for an existing network. */
  readonly routeTableIds: readonly string[];
  /** Carried by every node, so that file systems can admit nodes before there is a cluster. */
  readonly nodesSecurityGroup: SecurityGroup;
  /** The raw resources; `undefined` or empty for an existing network. */
  readonly vpc: CfnVPC | undefined;
  readonly subnets: ReadonlyMap<string, CfnSubnet>;
  readonly routes: NetworkRoutes | undefined;
  readonly endpoints: NetworkEndpoints | undefined;

  constructor(scope: Construct, id: string, props: NetworkProps) {
    super(scope, id);
    const { plan } = props;
    this.vpc = plan.existing === null ? this.createVpc(props) : undefined;
    this.vpcId = this.vpc?.attrVpcId ?? plan.existing?.vpc ?? "";
    this.subnets = this.vpc === undefined ? new Map() : this.createSubnets(props);
    this.nodeSubnets = this.vpc === undefined ? existingSubnets(plan) : this.subnetsOf(plan, "nodes");
    this.routes = this.vpc === undefined ? undefined : this.createRoutes(props);
    this.routeTableIds = this.routes?.privateTableIds ?? [];
    this.endpoints = this.vpc === undefined ? undefined : this.createEndpoints(props);
    this.nodesSecurityGroup = new SecurityGroup(this, "Nodes", {
      vpcId: this.vpcId,
      description: "Nodes of the environment: file systems admit its members",
      transform: props.transform?.nodesSecurityGroup,
    });
  }

  private createVpc({ name, plan, transform }: NetworkProps): CfnVPC {
    const vpc = new CfnVPC(
      this,
      "Vpc",
      transformed<CfnVPCProps>(
        { cidrBlock: plan.cidrs[0], enableDnsHostnames: true, enableDnsSupport: true },
        transform?.vpc,
      ),
    );
    Tags.of(vpc).add("Name", name);
    return vpc;
  }

  private createSubnets({ name, plan, transform }: NetworkProps): Map<string, CfnSubnet> {
    const ranges = plan.cidrs
      .slice(1)
      .map(
        (cidrBlock, index) =>
          new CfnVPCCidrBlock(this, `Range${index + 2}`, { vpcId: this.vpcId, cidrBlock }),
      );
    return new Map(
      plan.subnets.map((subnet) => {
        const resource = new CfnSubnet(
          this,
          `Subnet-${subnet.id}`,
          transformed<CfnSubnetProps>(
            {
              vpcId: this.vpcId,
              cidrBlock: subnet.cidr,
              // By zone id: a zone name means different zones in different accounts.
              // https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html
              availabilityZoneId: subnet.zone,
              mapPublicIpOnLaunch: false,
            },
            transform?.subnet,
          ),
        );
        for (const range of ranges) resource.addResourceDependency(range);
        const tags = { Name: `${name}-${subnet.id}`, ...subnetTags[subnet.role], ...podTags(subnet, plan) };
        for (const [key, value] of Object.entries(tags)) Tags.of(resource).add(key, value);
        return [subnet.id, resource];
      }),
    );
  }

  private createRoutes({ name, plan }: NetworkProps): NetworkRoutes {
    return new NetworkRoutes(this, "Routes", { name, plan, vpcId: this.vpcId, subnets: this.subnets });
  }

  private createEndpoints({ plan, transform }: NetworkProps): NetworkEndpoints {
    return new NetworkEndpoints(this, "Endpoints", {
      vpcId: this.vpcId,
      ranges: plan.cidrs,
      endpoints: plan.endpoints,
      subnetIds: onePerZone(this.nodeSubnets).map(({ id }) => id),
      routeTableIds: this.routeTableIds,
      transform,
    });
  }

  private subnetsOf(plan: AwsNetworkPlan, role: SubnetPlan["role"]): NodeSubnet[] {
    return plan.subnets
      .filter((subnet) => subnet.role === role)
      .map(({ id, zone }) => ({ id: this.subnets.get(id)?.attrSubnetId ?? "", zone }));
  }
}

/**
 * What load balancers and the VPC CNI look for. The CNI gives pods addresses from subnets with its tag.
 * https://docs.aws.amazon.com/eks/latest/userguide/network-load-balancing.html
 * https://docs.aws.amazon.com/eks/latest/best-practices/subnets.html
 */
const subnetTags: Readonly<Record<SubnetPlan["role"], Readonly<Record<string, string>>>> = {
  public: { "kubernetes.io/role/elb": "1" },
  nodes: { "kubernetes.io/role/internal-elb": "1" },
  pods: { "kubernetes.io/role/cni": "1" },
};

/**
 * Where pods have subnets of their own, the CNI leaves the nodes' subnet to the nodes.
 * https://github.com/aws/amazon-vpc-cni-k8s/pull/3380
 */
function podTags({ role, zone }: SubnetPlan, plan: AwsNetworkPlan): Readonly<Record<string, string>> {
  const apart =
    role === "nodes" && plan.subnets.some((other) => other.role === "pods" && other.zone === zone);
  return apart ? { "kubernetes.io/role/cni": "0" } : {};
}

function existingSubnets({ existing }: AwsNetworkPlan): NodeSubnet[] {
  return (existing?.subnets ?? []).filter((subnet) => !subnet.public).map(({ id, zone }) => ({ id, zone }));
}
