import {
  Firewall,
  type FirewallArgs,
  Subnetwork,
  type SubnetworkArgs,
  Network as Vpc,
  type NetworkArgs as VpcArgs,
} from "@pulumi/gcp/compute/index.js";
import { type ComponentResourceOptions, type Input, type Output, output } from "@pulumi/pulumi";
import type { GcpFirewallRulePlan, GcpNetworkPlan, GcpRangePlan } from "../../planner/plan/gcp.ts";
import { Component, kept, type Transform, transformed } from "../pulumi/index.ts";
import { NetworkRoutes, type NetworkRoutesTransforms } from "./network-routes.ts";
import { PrivateServices, type PrivateServicesTransforms } from "./private-services.ts";
import { resourceName } from "./resource-name.ts";

export interface NetworkProps {
  readonly environment: string;
  readonly region: string;
  readonly project: Input<string>;
  readonly plan: GcpNetworkPlan;
  readonly protect: boolean;
  readonly transform?: NetworkRoutesTransforms &
    PrivateServicesTransforms & {
      readonly vpc?: Transform<VpcArgs>;
      readonly subnet?: Transform<SubnetworkArgs>;
      readonly firewall?: Transform<FirewallArgs>;
    };
}

/** The network: planned and created here, or an existing one that is used by name and never changed. */
export class Network extends Component {
  readonly networkId: Output<string>;
  /** The regional subnet of nodes. */
  readonly nodesSubnetId: Output<string>;
  /** The raw resources; `undefined` or empty for an existing network. */
  readonly vpc: Vpc | undefined;
  readonly nodes: Subnetwork | undefined;
  readonly routes: NetworkRoutes | undefined;
  readonly firewalls: ReadonlyMap<string, Firewall>;
  /** Peering with Google's services; `undefined` where no file system needs it. */
  readonly privateServices: PrivateServices | undefined;

  constructor(name: string, props: NetworkProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:Network", name, options);
    const { plan } = props;
    this.vpc = plan.existing === null ? this.createVpc(props) : undefined;
    this.networkId = this.vpc?.id ?? output(plan.existing?.vpc ?? "");
    this.nodes = plan.nodes === null ? undefined : this.createSubnet(props, plan.nodes);
    this.nodesSubnetId = this.nodes?.id ?? output(plan.existing?.subnets[0]?.id ?? "");
    this.routes = plan.nat === null ? undefined : this.createRoutes(props, plan.nat);
    this.firewalls = new Map(plan.firewall.map((rule) => [rule.id, this.createFirewall(rule, props)]));
    this.privateServices =
      plan.privateServices === null ? undefined : this.createPrivateServices(props, plan.privateServices);
    this.registerOutputs({ networkId: this.networkId, nodesSubnetId: this.nodesSubnetId });
  }

  private createVpc({ environment, project, plan, protect, transform }: NetworkProps): Vpc {
    return new Vpc(
      this.childName("vpc"),
      transformed<VpcArgs>(
        {
          name: resourceName([environment]),
          project,
          autoCreateSubnetworks: false,
          mtu: plan.mtu,
          routingMode: "REGIONAL",
        },
        transform?.vpc,
      ),
      this.child(kept(protect)),
    );
  }

  private createSubnet(props: NetworkProps, { id, cidr }: GcpRangePlan): Subnetwork {
    const { environment, region, project, plan, protect, transform } = props;
    const secondary = plan.services === null ? plan.pods : [...plan.pods, plan.services];
    return new Subnetwork(
      this.childName(`subnet-${id}`),
      transformed<SubnetworkArgs>(
        {
          name: resourceName([environment, id]),
          project,
          region,
          network: this.networkId,
          ipCidrRange: cidr,
          secondaryIpRanges: secondary.map((range) => ({ rangeName: range.id, ipCidrRange: range.cidr })),
          // Nodes have no addresses of the internet: Google's APIs and registries are reached from inside.
          // https://docs.cloud.google.com/vpc/docs/private-google-access
          privateIpGoogleAccess: true,
          logConfig: plan.flowLogs ? { metadata: "INCLUDE_ALL_METADATA" } : undefined,
        },
        transform?.subnet,
      ),
      this.child(kept(protect)),
    );
  }

  private createRoutes(props: NetworkProps, nat: NonNullable<GcpNetworkPlan["nat"]>): NetworkRoutes {
    const { environment, region, project, transform } = props;
    return new NetworkRoutes(
      this.childName("routes"),
      { environment, region, project, networkId: this.networkId, nat, transform },
      { parent: this },
    );
  }

  private createFirewall(rule: GcpFirewallRulePlan, props: NetworkProps): Firewall {
    return new Firewall(
      this.childName(`firewall-${rule.id}`),
      transformed<FirewallArgs>(
        {
          name: resourceName([props.environment, rule.id]),
          project: props.project,
          network: this.networkId,
          description: rule.reason,
          direction: "INGRESS",
          sourceRanges: [...rule.sourceRanges],
          allows: rule.allow.map(({ protocol, ports }) => ({
            protocol,
            ...(ports.length === 0 ? {} : { ports: [...ports] }),
          })),
        },
        props.transform?.firewall,
      ),
      this.child(),
    );
  }

  private createPrivateServices(props: NetworkProps, range: GcpRangePlan): PrivateServices {
    const { environment, project, transform, protect } = props;
    return new PrivateServices(
      this.childName("services"),
      { environment, project, networkId: this.networkId, range, protect, transform },
      { parent: this },
    );
  }
}
