import {
  CfnSecurityGroup,
  CfnSecurityGroupEgress,
  CfnSecurityGroupIngress,
  type CfnSecurityGroupProps,
} from "aws-cdk-lib/aws-ec2";
import type { CfnResource } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { type Transform, transformed } from "./transform.ts";

/** A range of ports; `all` is every protocol and port. */
export type Ports = "all" | { readonly protocol: "tcp" | "udp"; readonly from: number; readonly to: number };

export interface SecurityGroupProps {
  readonly vpcId: string;
  readonly description: string;
  readonly transform?: Transform<CfnSecurityGroupProps> | undefined;
}

/** A security group from which nothing goes out and into which nothing comes until a rule says so. */
export class SecurityGroup extends Construct {
  readonly group: CfnSecurityGroup;
  readonly groupId: string;
  /** Rules of this group, for what must not be created before them. */
  readonly rules: CfnResource[] = [];

  constructor(scope: Construct, id: string, props: SecurityGroupProps) {
    super(scope, id);
    this.group = new CfnSecurityGroup(
      this,
      "Group",
      transformed<CfnSecurityGroupProps>(
        {
          vpcId: props.vpcId,
          groupDescription: props.description,
          // Without a rule of its own a new group gets one that lets everything out.
          // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-securitygroup.html
          securityGroupEgress: [
            {
              ipProtocol: "-1",
              cidrIp: "127.0.0.1/32",
              description: "Nothing goes out but by the rules below",
            },
          ],
        },
        props.transform,
      ),
    );
    this.groupId = this.group.attrGroupId;
  }

  /** Both directions between this group and another one (or itself). */
  connect(id: string, peer: string, ports: Ports, description: string): void {
    const rule = { groupId: this.groupId, description, ...portRange(ports) };
    this.rules.push(
      new CfnSecurityGroupIngress(this, `${id}In`, { ...rule, sourceSecurityGroupId: peer }),
      new CfnSecurityGroupEgress(this, `${id}Out`, { ...rule, destinationSecurityGroupId: peer }),
    );
  }

  /** Only into this group, from another one. */
  admit(id: string, peer: string, ports: Ports, description: string): void {
    this.rules.push(
      new CfnSecurityGroupIngress(this, `${id}In`, {
        groupId: this.groupId,
        description,
        ...portRange(ports),
        sourceSecurityGroupId: peer,
      }),
    );
  }

  /** Only from this group, into another one. */
  enter(id: string, peer: string, ports: Ports, description: string): void {
    new CfnSecurityGroupIngress(this, `${id}Into`, {
      groupId: peer,
      description,
      ...portRange(ports),
      sourceSecurityGroupId: this.groupId,
    });
  }

  /** Only into this group, from an address range. */
  admitRange(id: string, cidrIp: string, ports: Ports, description: string): void {
    this.rules.push(
      new CfnSecurityGroupIngress(this, `${id}In`, {
        groupId: this.groupId,
        description,
        ...portRange(ports),
        cidrIp,
      }),
    );
  }
}

function portRange(ports: Ports): { ipProtocol: string; fromPort?: number; toPort?: number } {
  return ports === "all"
    ? { ipProtocol: "-1" }
    : { ipProtocol: ports.protocol, fromPort: ports.from, toPort: ports.to };
}
