import {
  Firewall,
  type FirewallArgs,
  Subnetwork,
  type SubnetworkArgs,
  Network as Vpc,
  type NetworkArgs as VpcArgs,
} from "@pulumi/gcp/compute/index.js";
import { type ComponentResourceOptions, type Input, interpolate } from "@pulumi/pulumi";
import type { GcpFabricNetworkPlan, GcpFabricSubnetPlan } from "../../planner/plan/gcp.ts";
import { Component, kept, type Transform, transformed } from "../pulumi/index.ts";
import { resourceName } from "./resource-name.ts";

export interface FabricProps {
  readonly region: string;
  readonly project: Input<string>;
  readonly networks: readonly GcpFabricNetworkPlan[];
  readonly protect: boolean;
  readonly transform?: {
    readonly vpc?: Transform<VpcArgs>;
    readonly subnet?: Transform<SubnetworkArgs>;
    readonly firewall?: Transform<FirewallArgs>;
  };
}

/** A network of the fabric with its subnets, in the order of the interfaces. */
export interface FabricNetwork {
  readonly vpc: Vpc;
  /** By id in the plan. */
  readonly subnets: ReadonlyMap<string, Subnetwork>;
  /** `undefined` where the network's profile takes no firewall rules. */
  readonly firewall: Firewall | undefined;
}

/**
 * The networks beside the primary one: one for each interface of an accelerator node that is no RDMA interface, and one
 * for all RDMA interfaces of a zone, with the zone's network profile.
 * https://docs.cloud.google.com/vpc/docs/network-profiles
 */
export class Fabric extends Component {
  /** By id in the plan. */
  readonly networks: ReadonlyMap<string, FabricNetwork>;

  constructor(name: string, props: FabricProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:Fabric", name, options);
    this.networks = new Map(props.networks.map((plan) => [plan.id, this.createNetwork(plan, props)]));
    this.registerOutputs();
  }

  private createNetwork(plan: GcpFabricNetworkPlan, props: FabricProps): FabricNetwork {
    const vpc = this.createVpc(plan, props);
    return {
      vpc,
      subnets: new Map(plan.subnets.map((subnet) => [subnet.id, this.createSubnet(subnet, vpc, props)])),
      firewall: plan.firewallSources.length === 0 ? undefined : this.createFirewall(plan, vpc, props),
    };
  }

  private createVpc(plan: GcpFabricNetworkPlan, { project, protect, transform }: FabricProps): Vpc {
    return new Vpc(
      this.childName(`vpc-${plan.id}`),
      transformed<VpcArgs>(
        {
          name: plan.name,
          project,
          autoCreateSubnetworks: false,
          mtu: plan.mtu,
          networkProfile:
            plan.networkProfile === null
              ? undefined
              : interpolate`projects/${project}/global/networkProfiles/${plan.networkProfile}`,
        },
        transform?.vpc,
      ),
      this.child(kept(protect)),
    );
  }

  private createSubnet(
    plan: GcpFabricSubnetPlan,
    vpc: Vpc,
    { region, project, protect, transform }: FabricProps,
  ): Subnetwork {
    return new Subnetwork(
      this.childName(`subnet-${plan.id}`),
      transformed<SubnetworkArgs>(
        {
          name: plan.name,
          project,
          region,
          network: vpc.id,
          ipCidrRange: plan.cidr,
        },
        transform?.subnet,
      ),
      this.child(kept(protect)),
    );
  }

  /** The fabric's networks are closed to everything else: inside, all traffic of accelerators passes. */
  private createFirewall(plan: GcpFabricNetworkPlan, vpc: Vpc, props: FabricProps): Firewall {
    return new Firewall(
      this.childName(`firewall-${plan.id}`),
      transformed<FirewallArgs>(
        {
          name: resourceName([plan.name, "internal"]),
          project: props.project,
          network: vpc.id,
          description: "Fabric: everything between its members",
          direction: "INGRESS",
          sourceRanges: [...plan.firewallSources],
          allows: [{ protocol: "all" }],
        },
        props.transform?.firewall,
      ),
      this.child(),
    );
  }
}
