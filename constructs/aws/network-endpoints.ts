import { type CfnSecurityGroupProps, CfnVPCEndpoint, type CfnVPCEndpointProps } from "aws-cdk-lib/aws-ec2";
import { Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { EndpointPlan } from "../../planner/plan/network.ts";
import { SecurityGroup } from "./security-group.ts";
import { type Transform, transformed } from "./transform.ts";

export interface NetworkEndpointsTransforms {
  readonly endpoint?: Transform<CfnVPCEndpointProps>;
  readonly endpointsSecurityGroup?: Transform<CfnSecurityGroupProps>;
}

export interface NetworkEndpointsProps {
  readonly vpcId: string;
  /** Address ranges that may use the interface endpoints. */
  readonly ranges: readonly string[];
  readonly endpoints: readonly EndpointPlan[];
  /** One subnet a zone, for interface endpoints. */
  readonly subnetIds: readonly string[];
  /** For gateway endpoints. */
  readonly routeTableIds: readonly string[];
  readonly transform?: NetworkEndpointsTransforms | undefined;
}

/** Ways to AWS services that do not leave the network. */
export class NetworkEndpoints extends Construct {
  /** By service name, for example `s3`. */
  readonly endpoints: ReadonlyMap<string, CfnVPCEndpoint>;

  constructor(scope: Construct, id: string, props: NetworkEndpointsProps) {
    super(scope, id);
    const needsGroup = props.endpoints.some(({ type }) => type === "interface");
    const group = needsGroup ? this.createGroup(props) : undefined;
    this.endpoints = new Map(
      props.endpoints.map((endpoint) => [endpoint.service, this.createEndpoint(endpoint, props, group)]),
    );
  }

  private createGroup({ vpcId, ranges, transform }: NetworkEndpointsProps): SecurityGroup {
    const group = new SecurityGroup(this, "SecurityGroup", {
      vpcId,
      description: "Interface endpoints: HTTPS from the network",
      transform: transform?.endpointsSecurityGroup,
    });
    const https = { protocol: "tcp", from: 443, to: 443 } as const;
    for (const [index, range] of ranges.entries()) {
      group.admitRange(`Range${index + 1}`, range, https, "HTTPS from the network");
    }
    return group;
  }

  private createEndpoint(
    { service, type }: EndpointPlan,
    props: NetworkEndpointsProps,
    group: SecurityGroup | undefined,
  ): CfnVPCEndpoint {
    const attachment =
      type === "gateway"
        ? { vpcEndpointType: "Gateway", routeTableIds: [...props.routeTableIds] }
        : {
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
            subnetIds: [...props.subnetIds],
            securityGroupIds: group === undefined ? [] : [group.groupId],
          };
    return new CfnVPCEndpoint(
      this,
      service,
      transformed<CfnVPCEndpointProps>(
        {
          vpcId: props.vpcId,
          serviceName: `com.amazonaws.${Stack.of(this).region}.${service}`,
          ...attachment,
        },
        props.transform?.endpoint,
      ),
    );
  }
}
