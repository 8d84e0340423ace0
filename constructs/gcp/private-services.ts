import { GlobalAddress, type GlobalAddressArgs } from "@pulumi/gcp/compute/index.js";
import { Connection, type ConnectionArgs } from "@pulumi/gcp/servicenetworking/index.js";
import type { ComponentResourceOptions, Input } from "@pulumi/pulumi";
import type { GcpRangePlan } from "../../planner/plan/gcp.ts";
import { Component, kept, type Transform, transformed } from "../pulumi/index.ts";
import { resourceName } from "./resource-name.ts";

export interface PrivateServicesTransforms {
  readonly servicesRange?: Transform<GlobalAddressArgs>;
  readonly servicesConnection?: Transform<ConnectionArgs>;
}

export interface PrivateServicesProps {
  readonly environment: string;
  readonly project: Input<string>;
  readonly networkId: Input<string>;
  readonly range: GcpRangePlan;
  readonly protect: boolean;
  readonly transform?: PrivateServicesTransforms | undefined;
}

/**
 * Private services access: a range of the network that Google's managed file systems take their addresses from.
 * https://docs.cloud.google.com/vpc/docs/configure-private-services-access
 */
export class PrivateServices extends Component {
  readonly range: GlobalAddress;
  readonly connection: Connection;

  constructor(name: string, props: PrivateServicesProps, options: ComponentResourceOptions = {}) {
    super("engineroom:gcp:PrivateServices", name, options);
    const { environment, project, networkId, range, transform } = props;
    const [address, length] = range.cidr.split("/");
    this.range = new GlobalAddress(
      this.childName("range"),
      transformed<GlobalAddressArgs>(
        {
          name: resourceName([environment, range.id]),
          project,
          network: networkId,
          purpose: "VPC_PEERING",
          addressType: "INTERNAL",
          address,
          prefixLength: Number(length),
        },
        transform?.servicesRange,
      ),
      this.child(kept(props.protect)),
    );
    this.connection = new Connection(
      this.childName("connection"),
      transformed<ConnectionArgs>(
        {
          network: networkId,
          service: "servicenetworking.googleapis.com",
          reservedPeeringRanges: [this.range.name],
          // Google's side lets go of a peering days after its last file system: a deletion would fail until then.
          // https://docs.cloud.google.com/vpc/docs/configure-private-services-access#removing-connection
          deletionPolicy: "ABANDON",
        },
        transform?.servicesConnection,
      ),
      this.child(kept(props.protect)),
    );
    this.registerOutputs();
  }
}
