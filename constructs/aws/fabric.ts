import type { CfnSecurityGroupProps } from "aws-cdk-lib/aws-ec2";
import { Construct } from "constructs";
import { SecurityGroup } from "./security-group.ts";
import type { Transform } from "./transform.ts";

export interface FabricProps {
  readonly vpcId: string;
  readonly transform?: { readonly securityGroup?: Transform<CfnSecurityGroupProps> };
}

/**
 * What the Elastic Fabric Adapters of an environment share: one security group that lets everything pass between its
 * members, in both directions. Without it EFA falls back silently or hangs. Nodes with a fabric and file systems that
 * speak EFA carry it.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-start.html#efa-start-security
 */
export class Fabric extends Construct {
  readonly securityGroup: SecurityGroup;
  readonly securityGroupId: string;

  constructor(scope: Construct, id: string, props: FabricProps) {
    super(scope, id);
    this.securityGroup = new SecurityGroup(this, "SecurityGroup", {
      vpcId: props.vpcId,
      description: "EFA: everything between its members",
      transform: props.transform?.securityGroup,
    });
    this.securityGroupId = this.securityGroup.groupId;
    this.securityGroup.connect("Self", this.securityGroupId, "all", "EFA traffic between members");
  }
}
