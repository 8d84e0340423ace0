import { Router, type RouterArgs, RouterNat, type RouterNatArgs } from "@pulumi/gcp/compute/index.js";
import type { ComponentResourceOptions, Input } from "@pulumi/pulumi";
import type { GcpNetworkPlan } from "../../planner/plan/gcp.ts";
import { Component, type Transform, transformed } from "../pulumi/index.ts";
import { resourceName } from "./resource-name.ts";

export interface NetworkRoutesTransforms {
  readonly router?: Transform<RouterArgs>;
  readonly nat?: Transform<RouterNatArgs>;
}

export interface NetworkRoutesProps {
  readonly environment: string;
  readonly region: string;
  readonly project: Input<string>;
  readonly networkId: Input<string>;
  readonly nat: NonNullable<GcpNetworkPlan["nat"]>;
  readonly transform?: NetworkRoutesTransforms | undefined;
}

/** The way out to the internet for nodes without public addresses. */
export class NetworkRoutes extends Component {
  readonly router: Router;
  readonly nat: RouterNat;

  constructor(name: string, props: NetworkRoutesProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:NetworkRoutes", name, options);
    const { environment, region, project, transform } = props;
    this.router = new Router(
      this.childName("router"),
      transformed<RouterArgs>(
        { name: resourceName([environment, "router"]), project, region, network: props.networkId },
        transform?.router,
      ),
      this.child(),
    );
    this.nat = new RouterNat(
      this.childName("nat"),
      transformed<RouterNatArgs>(
        {
          name: resourceName([environment, "nat"]),
          project,
          region,
          router: this.router.name,
          natIpAllocateOption: "AUTO_ONLY",
          sourceSubnetworkIpRangesToNat: "ALL_SUBNETWORKS_ALL_IP_RANGES",
          minPortsPerVm: props.nat.minPortsPerVm,
          logConfig: { enable: true, filter: props.nat.logging },
        },
        transform?.nat,
      ),
      this.child(),
    );
    this.registerOutputs();
  }
}
